import { findInstallation } from '@motcua/client';
import { connectToStack, findSupervisor, getStackPaths, type StackPaths } from '@motcua/stack';
import { withDatabaseAlone } from '@motcua/stack/run';
import { CliError, createProgress, formatCount, printJson, printLines, toExamples } from '@motcua/terminal';
import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createBackupKey, readBackupKey } from './backup-key.ts';
import { createBackup, type InstallationPlaces } from './create-backup.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { restoreDatabase, restoreFolders } from './restore-backup.ts';

interface Options {
  readonly key: string;
  readonly secrets?: string;
  readonly store?: string;
  readonly json?: boolean;
}

/** `motcua backup`: everything that cannot be made again, sealed. See docs/adr/0050-backup.md. */
export function createBackupCommand(): Command {
  return new Command('backup')
    .description('Takes a backup of an installation, sealed with a key that is kept elsewhere, and restores it.')
    .addHelpText(
      'after',
      toExamples(
        'motcua backup key /media/safe/motcua.key',
        'motcua backup create /srv/backup/2026-11-28 --key /media/safe/motcua.key',
        'motcua backup restore /srv/backup/2026-11-28 --key /media/safe/motcua.key',
      ),
    )
    .addCommand(createKeyCommand())
    .addCommand(createCreateCommand())
    .addCommand(createRestoreCommand());
}

const createKeyCommand = (): Command =>
  new Command('key')
    .description('Makes a key. Keep it apart from the backups, twice: without it none of them opens.')
    .argument('<file>', 'a new file')
    .option('--json', 'print {"file"}')
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      await createBackupKey(file);
      if (json) printJson({ file: resolve(file) });
      else printLines(`✓ ${resolve(file)}`, '  Keep it apart from the backups, twice: without it none of them opens.');
    });

const createCreateCommand = (): Command =>
  withPlaces(new Command('create'))
    .description(
      'Writes the database of all services as it is now, the contents of files and the keys into a new folder, while everything runs.\n' +
        'Of an installation that is not the embedded stack DATABASE_URL is an administrator’s; a bucket of files is copied by its own means,\n' +
        'afterwards. Nothing may be erased in between (motcua retention run, motcua applicant approve).',
    )
    .action(async (folder: string, { key, json = false, ...given }: Options) => {
      const progress = createProgress({ stream: process.stderr });
      const manifest = await createBackup(folder, await readBackupKey(key), await findPlaces(given, process.env), progress);
      if (json) printJson(manifest);
      else printLines(...toLines(manifest));
    });

const createRestoreCommand = (): Command =>
  withPlaces(new Command('restore'))
    .description(
      'Puts a backup into an empty embedded stack, or into the empty, migrated database of DATABASE_URL. Kafka has to be empty too:\n' +
        'whatever was on its topics is published again from the restored tables.',
    )
    .action(async (folder: string, { key: file, json = false, ...given }: Options) => {
      const [key, manifest, progress] = [
        await readBackupKey(file),
        await readManifest(folder),
        createProgress({ stream: process.stderr }),
      ];
      const { DATABASE_URL: databaseUrl = '' } = process.env;
      const restore = (places: InstallationPlaces) => restoreDatabase(folder, key, manifest, places.databaseUrl, progress);
      if (databaseUrl !== '') {
        const places = await findPlaces(given, process.env);
        await restoreFolders(folder, key, manifest, places, progress);
        await restore(places);
      } else await restoreStack(folder, key, manifest, restore);
      const next = [
        ...(databaseUrl === '' ? ['motcua up --no-scenario --no-simulate --detach'] : []),
        'motcua rebuild all',
        'motcua verify',
      ];
      if (json) printJson({ ...manifest, next });
      else printLines(...toLines(manifest), ...next.map((command) => `  → ${command}`));
    });

const withPlaces = (command: Command): Command =>
  command
    .argument('<folder>', 'of this backup alone')
    .requiredOption('--key <file>', 'what motcua backup key made')
    .option('--secrets <folder>', 'where the keys of the installation lie; the embedded stack knows by itself')
    .option('--store <folder>', 'where contents of files lie, as STORE_DIR; likewise')
    .option('--json', 'print backup.json');

async function findPlaces(
  { secrets, store }: Pick<Options, 'secrets' | 'store'>,
  env: NodeJS.ProcessEnv,
): Promise<InstallationPlaces> {
  const { DATABASE_URL: databaseUrl = '', S3_BUCKET: bucket = '' } = env;
  if (databaseUrl !== '') return { databaseUrl, secrets, store: store ?? env['STORE_DIR'] };
  if ((await findInstallation(env)) !== undefined) {
    const message = 'A backup is taken of the database, not through the gateway.';
    throw new CliError({
      code: 'backup.database-missing',
      message,
      hint: 'DATABASE_URL=postgres://… (an administrator’s)',
      exitCode: 2,
    });
  }
  const paths = getStackPaths(env);
  const { postgresUrl } = await connectToStack();
  return {
    databaseUrl: postgresUrl,
    secrets: secrets ?? paths.secrets,
    store: store ?? (bucket === '' ? paths.store : undefined),
  };
}

/** The embedded stack's own server, started for that alone. */
async function restoreStack(
  folder: string,
  key: Buffer,
  manifest: Manifest,
  restore: (places: InstallationPlaces) => Promise<unknown>,
): Promise<void> {
  const paths = getStackPaths();
  await requireEmpty(paths);
  const progress = createProgress({ stream: process.stderr });
  await restoreFolders(folder, key, manifest, paths, progress);
  await withDatabaseAlone(paths, { signal: new AbortController().signal }, (databaseUrl) =>
    restore({ databaseUrl, secrets: paths.secrets, store: paths.store }),
  );
}

async function requireEmpty(paths: StackPaths): Promise<void> {
  const isUsed = (await findSupervisor(paths)) !== undefined || [paths.postgres, paths.kafka, paths.store].some(existsSync);
  if (!isUsed) return;
  const message = `There is a stack in ${paths.home} already; a backup is restored where there is none.`;
  throw new CliError({
    code: 'backup.not-empty',
    message,
    hint: 'Set MOTCUA_HOME to another folder, or delete this one: motcua reset',
    exitCode: 2,
  });
}

const toLines = ({ createdAt, tables, contents, hasSecrets }: Manifest): string[] => [
  `✓ of ${createdAt}: ${formatCount(Object.values(tables).reduce((sum, rows) => sum + rows, 0))} rows, ` +
    `${contents === null ? 'no files (they are kept elsewhere)' : `${formatCount(contents)} files`}, ${hasSecrets ? 'keys' : 'no keys'}`,
];
