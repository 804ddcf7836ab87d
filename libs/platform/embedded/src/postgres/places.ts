import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { executable, findPostgresBinaries } from './binaries.ts';
import { canReach, findServerUser, type ServerUser } from './server-user.ts';

export interface PostgresPlaces {
  /** The folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
  /** Our folder around the cluster: the cluster itself is `data` in it. */
  readonly home: string;
  readonly user: ServerUser | undefined;
}

/** The name of the link in `dataDir` that points to data kept elsewhere. */
const ELSEWHERE = 'elsewhere';

/**
 * Where the binaries and the data are. Root starts PostgreSQL as another user, who must be able to reach both: below a home
 * with mode 0700 he is not, so there both live in a folder of /var/tmp, and a link in `dataDir` says where.
 */
export async function preparePlaces(dataDir: string): Promise<PostgresPlaces> {
  const found = findPostgresBinaries();
  if (found === undefined) {
    throw new Error(
      `There are no PostgreSQL binaries for ${process.platform}/${process.arch}. Run "npm ci" with optional dependencies.`,
    );
  }
  await mkdir(dataDir, { recursive: true });
  const user = await findServerUser();
  if (user === undefined) return { binaries: found.root, home: await realpath(dataDir), user };

  const reachesBinaries = await canReach(user, await realpath(executable(found.root, 'postgres')));
  const binaries = reachesBinaries ? found.root : await copyBinaries(found.root, found.version);
  const here = await realpath(dataDir);
  return { binaries, home: (await canReach(user, here)) ? here : await linkElsewhere(here), user };
}

/** Where the data of this folder are: in it, or where its link points. */
export async function findHome(dataDir: string): Promise<string> {
  const elsewhere = await readlink(join(dataDir, ELSEWHERE)).catch(() => undefined);
  return elsewhere ?? (await realpath(dataDir).catch(() => dataDir));
}

/** Deletes the data of a stopped server, also data that had to live elsewhere. */
export async function deletePostgresData(dataDir: string): Promise<void> {
  const elsewhere = await readlink(join(dataDir, ELSEWHERE)).catch(() => undefined);
  if (elsewhere !== undefined) await rm(elsewhere, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}

async function linkElsewhere(dataDir: string): Promise<string> {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const home = join(await reachableFolder(), `data-${name}`);
  await mkdir(home, { recursive: true, mode: 0o755 });
  await rm(join(dataDir, ELSEWHERE), { force: true });
  await symlink(home, join(dataDir, ELSEWHERE));
  return home;
}

async function copyBinaries(source: string, version: string): Promise<string> {
  const target = join(await reachableFolder(), `postgresql-${version}`);
  if ((await stat(target).catch(() => undefined)) !== undefined) return target;
  const half = `${target}.${process.pid}`;
  await cp(source, half, { recursive: true, verbatimSymlinks: true });
  await makeReadable(half);
  // Two processes may race: the rename of the second fails on the folder of the first, which is as good as its own.
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  return target;
}

async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode | 0o555);
  }
}

/** A folder of ours that everybody can enter. A folder of that name that belongs to somebody else is not trusted. */
async function reachableFolder(): Promise<string> {
  const folder = '/var/tmp/motcua-0';
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const { uid } = await lstat(folder);
  if (uid !== 0) throw new Error(`${folder} belongs to user ${uid}, not to root; remove it.`);
  await chmod(folder, 0o755);
  return folder;
}
