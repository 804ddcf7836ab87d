import { CliError, type Progress } from '@motcua/terminal';
import { workspaceRoot } from '@motcua/stack/root';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { dumpDatabase, type DumpCounts } from './database/dump-database.ts';
import { copyContents, packFolder } from './folders.ts';
import { placesOf, writeManifest, type Manifest } from './manifest.ts';
import { writeSealed } from './sealed-part.ts';

/** Where an installation keeps what it has. */
export interface InstallationPlaces {
  /** An administrator's. */
  readonly databaseUrl: string;
  /** Folder of its keys; undefined: they are kept elsewhere. */
  readonly secrets: string | undefined;
  /** Folder of files' contents; undefined: a bucket. */
  readonly store: string | undefined;
}

/**
 * Writes a backup into a new folder while everything runs. The database first, then the contents: of a file that comes meanwhile the
 * content is there and no row, which is swept up.
 */
export async function createBackup(
  folder: string,
  key: Buffer,
  { databaseUrl, secrets, store }: InstallationPlaces,
  progress: Progress,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    const message = `${folder} is not empty; a backup is a folder of its own.`;
    throw new CliError({
      code: 'backup.folder-taken',
      message,
      hint: `motcua backup create ${join(folder, '<date>')}`,
      exitCode: 2,
    });
  }
  const places = placesOf(folder);
  const createdAt = new Date().toISOString();
  const counts: DumpCounts = { tables: {}, migrations: {} };
  await progress.step('the database', () =>
    withPool(databaseUrl, (pool) => writeSealed(places.database, dumpDatabase(pool, counts), key)),
  );
  const contents = store === undefined ? null : await progress.step('files of dossiers', () => copyContents(store, places.files));
  if (secrets !== undefined) await progress.step('keys', () => writeSealed(places.secrets, packFolder(secrets), key));
  const manifest: Manifest = {
    ...{ format: 1, createdAt, release: await readRelease(), contents, hasSecrets: secrets !== undefined },
    tables: counts.tables,
    migrations: Object.fromEntries(Object.entries(counts.migrations).map(([schema, names]) => [schema, [...names]])),
  };
  await writeManifest(folder, manifest);
  return manifest;
}

export async function withPool<Result>(connectionString: string, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  const pool = new Pool({ connectionString, max: 1 });
  // The pool has ended before its connection has: a server that is stopped right behind it says so to nobody, to neither of the two.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

async function readRelease(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(workspaceRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}
