import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child-process.ts';

/** The jars of one program, as a pom names them. Its property `<name>.version` says the version, so that it stands in one place. */
export interface JarSet {
  readonly name: string;
  readonly pomFile: string;
}

/** `~/.cache/motcua/<name>-<version>`: one copy of the jars for each user, however many checkouts there are. */
export async function getJarsFolder({ name, pomFile }: JarSet): Promise<string> {
  const version = new RegExp(`<${name}\\.version>(.+)</${name}\\.version>`).exec(await readFile(pomFile, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${pomFile} names no ${name}.version.`);
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(cache, 'motcua', `${name}-${version}`);
}

/** Whether the jars are in the cache, so that Maven is not needed. */
export async function hasJars(set: JarSet): Promise<boolean> {
  return (await stat(await getJarsFolder(set)).catch(() => undefined)) !== undefined;
}

/**
 * The folder with the jars; fetched through Maven the first time (some 50 MB, some 10 s). Several processes may do so at
 * once: each fills a folder of its own and renames it, and the second to finish throws its own away.
 */
export async function ensureJars(set: JarSet, log: (line: string) => void): Promise<string> {
  const folder = await getJarsFolder(set);
  if (await hasJars(set)) return folder;

  const half = `${folder}.${process.pid}`;
  await mkdir(half, { recursive: true });
  try {
    await runMaven(set, half, log);
    if ((await readdir(half)).length === 0) throw new Error(`Maven copied no jar to ${half}.`);
    await rename(half, folder).catch(async (error: unknown) => {
      if (!(await hasJars(set))) throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return folder;
}

async function runMaven({ name, pomFile }: JarSet, outputDirectory: string, log: (line: string) => void): Promise<void> {
  const args = ['-q', '-B', '-f', pomFile, 'dependency:copy-dependencies', `-DoutputDirectory=${outputDirectory}`];
  const windows = process.platform === 'win32';
  const maven = await startChild({
    file: windows ? 'cmd.exe' : 'mvn',
    args: windows ? ['/c', 'mvn', ...args] : args,
    onLine: log,
  }).catch((cause: unknown) => {
    throw new Error(
      `Maven (mvn) is needed once, to fetch ${name}, and could not be started. "motcua doctor" names the command.`,
      {
        cause,
      },
    );
  });
  const { code, lastLines } = await maven.exited;
  if (code !== 0) throw new Error(`Maven could not fetch ${name} (exit code ${String(code)}):\n${lastLines.join('\n')}`);
}
