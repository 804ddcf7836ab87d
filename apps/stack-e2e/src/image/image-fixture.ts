import { findFreePort } from '@motcua/embedded';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, chownSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { workspaceRoot } from '../deploy/repository.ts';
import type { Source } from './compose-containers.ts';
import { toAddressName, type Addresses, type Container } from './container.ts';
import { startInfrastructure, type Infrastructure } from './infrastructure.ts';
import { replayImage, type ReplayedImage } from './replay-image.ts';

/** The image, the secrets that an operator makes for it, and what it finds around it. */
export interface ImageFixture {
  readonly image: ReplayedImage;
  /** The secrets of Compose, and of the local overlay, which has the same passwords of the same servers. */
  readonly source: Source;
  readonly overlay: Source;
  /** Of the first administrator, as the script showed it once. */
  readonly adminPassword: string;
  readonly infrastructure: Infrastructure;
  /** Gives away everything that it made. */
  readonly remove: () => Promise<void>;
}

export async function createImageFixture(): Promise<ImageFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-image-'));
  // Open to all: the image runs as another user than we do.
  await chmod(folder, 0o755);
  const [secretsFolder, overlayFolder] = [join(folder, 'deploy/secrets'), join(folder, 'overlay/secrets')];
  let starting: Promise<Infrastructure> | undefined;
  try {
    const said = await createSecrets(folder);
    const secretFiles = await readSecretFiles(secretsFolder);
    await cp(secretsFolder, overlayFolder, { recursive: true });
    await createSecrets(folder, overlayFolder);
    const [, adminPassword = ''] = /sign in as quan-tri with (\S+),/.exec(said) ?? [];
    starting = startInfrastructure(folder, secretFiles);
    const [image, infrastructure] = await Promise.all([
      replayImage(workspaceRoot, 'deploy/Dockerfile', join(folder, 'image')),
      starting,
    ]);
    const createOwnVolume = (name: string): string => createVolume(join(folder, `volume-${name}`));
    const source = { secretsFolder, secretFiles, createVolume: createOwnVolume };
    const overlayFiles = await readSecretFiles(overlayFolder);
    const overlay = { secretsFolder: overlayFolder, secretFiles: overlayFiles, createVolume: createOwnVolume };
    const remove = async (): Promise<void> => {
      await infrastructure.stop();
      await rm(folder, { recursive: true, force: true });
    };
    return { image, source, overlay, adminPassword, infrastructure, remove };
  } catch (error) {
    // An image that cannot be built leaves nothing running, for which the run of the tests would wait.
    const infrastructure = await starting?.catch(() => undefined);
    await infrastructure?.stop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** As the guide says; with Node alone, and where the script lies: a copy of it, so that no secret comes into the workspace. Answers its words. */
async function createSecrets(folder: string, ...overlay: readonly string[]): Promise<string> {
  const script = join(folder, 'deploy/create-secrets.js');
  await mkdir(dirname(script), { recursive: true });
  await copyFile(join(workspaceRoot, 'deploy/create-secrets.js'), script);
  const child = spawn(process.execPath, [script, ...overlay], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null]>]);
  if (code !== 0) throw new Error(`create-secrets.js ended with ${String(code)}.`);
  return said;
}

async function readSecretFiles(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** The image's user owns it, as a new volume takes its owner from the image and an emptyDir is open to all. */
function createVolume(path: string): string {
  mkdirSync(path, { recursive: true });
  if (process.getuid?.() === 0) chownSync(path, 1000, 1000);
  return path;
}

/** A port of this machine for each port that a container listens at. */
export async function assignPorts(containers: readonly Container[]): Promise<Addresses> {
  const names = containers.flatMap(({ name, env, probe }) => {
    const listened = Object.entries(env).flatMap(([variable, value]) => (/(^|_)PORT$/.test(variable) ? [value] : []));
    return [...new Set([...listened, ...(probe === undefined ? [] : [String(probe.port)])])].map((port) =>
      toAddressName(name, port),
    );
  });
  const taken: number[] = [];
  for (const _name of names) taken.push(await findFreePort({ not: taken }));
  return Object.fromEntries(names.map((name, index) => [name, `127.0.0.1:${String(taken[index])}`]));
}
