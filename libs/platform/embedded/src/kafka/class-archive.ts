import { createHash, randomUUID } from 'node:crypto';
import { readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

/** What a broker is started with, and what to do when it has ended by itself. */
export interface ClassArchive {
  readonly javaArguments: readonly string[];
  /** Keeps what the broker wrote down at its end. */
  keep(): Promise<void>;
  /** Of a broker that was killed: it may be half of one. */
  discard(): Promise<void>;
}

/**
 * The classes that a broker uses, as Java has read and checked them (application class data sharing): a start with them takes 2.4 s of CPU
 * where it takes 4.4 s without. The first broker of a Java and a Kafka writes them down when it ends, some 3 s of CPU and 50 MB beside
 * the jars; Java itself refuses an archive that another Java or other jars made, and starts without.
 *
 * @param jars the folder of Kafka's jars
 * @param java the command that starts it
 */
export async function openClassArchive(jars: string, java: string): Promise<ClassArchive> {
  const nothing = { javaArguments: [], keep: () => Promise.resolve(), discard: () => Promise.resolve() };
  const identity = await identifyJava(java);
  if (identity === undefined) return nothing;
  const archive = `${jars}.${identity}.jsa`;
  if ((await stat(archive).catch(() => undefined)) !== undefined)
    return { ...nothing, javaArguments: [`-XX:SharedArchiveFile=${archive}`, QUIETLY] };
  const half = `${jars}.${randomUUID()}.new`;
  return {
    javaArguments: [`-XX:ArchiveClassesAtExit=${half}`, QUIETLY],
    // Where Java wrote none there is none to keep: the next broker tries again.
    keep: () => rename(half, archive).catch(() => undefined),
    discard: () => rm(half, { force: true }),
  };
}

/** A line for each class that cannot be archived, or a refused archive, would be a line of the broker's log. */
const QUIETLY = '-Xlog:cds*=error';

/** Another Java is another archive, at the same path too after an update: what its home says of itself tells them apart. */
async function identifyJava(command: string): Promise<string | undefined> {
  const folders = /[\\/]/.test(command) ? [''] : (process.env['PATH'] ?? '').split(delimiter);
  for (const folder of folders) {
    const file = await realpath(folder === '' ? command : join(folder, command)).catch(() => undefined);
    if (file === undefined) continue;
    const release = await readFile(join(dirname(file), '../release'), 'utf8').catch(() => undefined);
    return release === undefined ? undefined : createHash('sha256').update(`${file}\n${release}`).digest('hex').slice(0, 12);
  }
  return undefined;
}
