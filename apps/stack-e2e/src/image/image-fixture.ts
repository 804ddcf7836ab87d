import { findFreePort } from '@motcua/embedded';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, chownSync } from 'node:fs';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '../deploy/repository.ts';
import type { Source } from './compose-containers.ts';
import { toAddressName, type Addresses, type Container } from './container.ts';
import { startInfrastructure, type Infrastructure } from './infrastructure.ts';
import { replayImage, type ReplayedImage } from './replay-image.ts';

/** The image, the secrets that an operator makes for it, and what it finds around it. */
export interface ImageFixture {
  readonly image: ReplayedImage;
  readonly source: Source;
  readonly infrastructure: Infrastructure;
  /** Gives away everything that it made. */
  readonly remove: () => Promise<void>;
}

export async function createImageFixture(): Promise<ImageFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-image-'));
  // Open to all: the image runs as another user than we do.
  await chmod(folder, 0o755);
  const secretsFolder = join(folder, 'secrets');
  let starting: Promise<Infrastructure> | undefined;
  try {
    await createSecrets(secretsFolder);
    const secretFiles = await readSecretFiles(secretsFolder);
    starting = startInfrastructure(folder, secretFiles);
    const [image, infrastructure] = await Promise.all([
      replayImage(workspaceRoot, 'deploy/Dockerfile', join(folder, 'image')),
      starting,
    ]);
    const source = { secretsFolder, secretFiles, createVolume: (name: string) => createVolume(join(folder, `volume-${name}`)) };
    const remove = async (): Promise<void> => {
      await infrastructure.stop();
      await rm(folder, { recursive: true, force: true });
    };
    return { image, source, infrastructure, remove };
  } catch (error) {
    // An image that cannot be built leaves nothing running, for which the run of the tests would wait.
    const infrastructure = await starting?.catch(() => undefined);
    await infrastructure?.stop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** As the guide says; with Node alone. */
async function createSecrets(folder: string): Promise<void> {
  const child = spawn(process.execPath, [join(workspaceRoot, 'deploy/create-secrets.js'), folder], { stdio: 'ignore' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`create-secrets.js ended with ${String(code)}.`);
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
