import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { startChild } from '../child-process.ts';

/** The pom that names every jar of the broker; the version is read from it, so that it stands in one place. */
const POM_FILE = resolve(import.meta.dirname, '../../../../../deploy/kafka/pom.xml');

/** `~/.cache/motcua/kafka-4.3.1`: one copy of the jars for each user, however many checkouts there are. */
export async function getJarsFolder(): Promise<string> {
  const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(await readFile(POM_FILE, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${POM_FILE} names no kafka.version.`);
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(cache, 'motcua', `kafka-${version}`);
}

/** Whether the jars are in the cache, so that Maven is not needed. */
export async function hasJars(): Promise<boolean> {
  return (await stat(await getJarsFolder()).catch(() => undefined)) !== undefined;
}

/**
 * The folder with the jars; fetched through Maven the first time (54 MB, some 10 s). Several processes may do so at
 * once: each fills a folder of its own and renames it, and the second to finish throws its own away.
 */
export async function ensureJars(log: (line: string) => void): Promise<string> {
  const folder = await getJarsFolder();
  if (await hasJars()) return folder;

  const half = `${folder}.${process.pid}`;
  await mkdir(half, { recursive: true });
  try {
    await runMaven(half, log);
    if ((await readdir(half)).length === 0) throw new Error(`Maven copied no jar to ${half}.`);
    await rename(half, folder).catch(async (error: unknown) => {
      if (!(await hasJars())) throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return folder;
}

async function runMaven(outputDirectory: string, log: (line: string) => void): Promise<void> {
  const args = ['-q', '-B', '-f', POM_FILE, 'dependency:copy-dependencies', `-DoutputDirectory=${outputDirectory}`];
  const windows = process.platform === 'win32';
  const maven = await startChild({
    file: windows ? 'cmd.exe' : 'mvn',
    args: windows ? ['/c', 'mvn', ...args] : args,
    onLine: log,
  }).catch((cause: unknown) => {
    throw new Error('Maven (mvn) is needed once, to fetch Kafka, and could not be started. "motcua doctor" names the command.', {
      cause,
    });
  });
  const { code, lastLines } = await maven.exited;
  if (code !== 0) throw new Error(`Maven could not fetch Kafka (exit code ${String(code)}):\n${lastLines.join('\n')}`);
}
