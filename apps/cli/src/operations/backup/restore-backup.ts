import type { Progress } from '@motcua/terminal';
import { adoptStores, continueChains, storeNames, type AdoptedStore } from '../event-stores.ts';
import { withPool, type InstallationPlaces } from './create-backup.ts';
import { loadDatabase } from './database/load-database.ts';
import { copyContents, unpackFolder } from './folders.ts';
import { placesOf, type Manifest } from './manifest.ts';
import { readSealed } from './sealed-part.ts';

/** Keys and contents, where the backup has them and somebody says where they go. Before the services are started. */
export async function restoreFolders(
  folder: string,
  key: Buffer,
  { contents, hasSecrets }: Manifest,
  { secrets, store }: Pick<InstallationPlaces, 'secrets' | 'store'>,
  progress: Progress,
): Promise<void> {
  const places = placesOf(folder);
  if (hasSecrets && secrets !== undefined)
    await progress.step('keys', () => unpackFolder(readSealed(places.secrets, key), secrets));
  if (contents !== null && store !== undefined) await progress.step('files of dossiers', () => copyContents(places.files, store));
}

/**
 * The rows of a backup, and event tables that relays will publish from: adopted at once, for in the server that has them now
 * transactions are counted otherwise.
 */
export const restoreDatabase = (
  folder: string,
  key: Buffer,
  manifest: Manifest,
  databaseUrl: string,
  progress: Progress,
): Promise<readonly AdoptedStore[]> =>
  withPool(databaseUrl, async (pool) => {
    await progress.step('the database', () => loadDatabase(pool, readSealed(placesOf(folder).database, key), manifest));
    const adopted = await progress.step('adopting the event tables', () => adoptStores(pool, storeNames));
    await progress.step('audit logs', () => continueChains(pool));
    return adopted;
  });
