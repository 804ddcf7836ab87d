import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { queryStack, type RunningStack } from '@motcua/testing/stack';

/** Where the embedded stack keeps files, and where uploads lie until they have been examined: seen from outside, as its disk is. */
const folderOf = ({ home }: RunningStack, ...path: string[]): string => join(home, 'files', ...path);

/** Uploads are sealed in chunks of so many bytes; the first is written once the second has begun. */
const CHUNK_BYTES = 65_536;
/** How long a file that comes in must stand still to be one whose second half is held back. */
const STILL_MS = 250;

/**
 * SHA-256 of every content of the store, in their order. Contents lie under keyed names: what each is, the database says. Where something
 * lies there that it does not know, that name stands in place of a hash; so does a name of which content or key is missing.
 */
export async function listStored(stack: RunningStack): Promise<string[]> {
  const known = await queryStack<{ name: string; sha256: string }>(stack, 'SELECT name, sha256 FROM digitization.content');
  const hashes = new Map(known.map(({ name, sha256 }) => [name, sha256]));
  const [contents, keys] = await Promise.all([
    listNames(folderOf(stack, 'store', 'contents')),
    listNames(folderOf(stack, 'store', 'keys')),
  ]);
  const all = [...new Set([...contents, ...keys])];
  const isWhole = (name: string): boolean => contents.includes(name) && keys.includes(name);
  return all.map((name) => (isWhole(name) ? (hashes.get(name) ?? `unknown ${name}`) : `half ${name}`)).sort();
}

async function listNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/**
 * Answers, each time it is asked, whether a beginning and no more of a file of that length lies where uploads come in. What lies there is
 * sealed: it is told from uploads that pass through by standing still, and from what an earlier kill left behind by being new.
 */
export async function watchStaging(stack: RunningStack, bytes: number): Promise<() => Promise<boolean>> {
  if (bytes < 3 * CHUNK_BYTES) throw new Error(`Half of ${bytes} bytes is less than a chunk: nothing of it would be seen.`);
  const folder = folderOf(stack, 'staging');
  // The first upload makes it.
  await mkdir(folder, { recursive: true });
  const leftBehind = new Set(await readdir(folder));
  const since = new Map<string, number>();
  return async () => {
    const still: string[] = [];
    for (const name of await readdir(folder)) {
      // It may be done, and gone, by now.
      const size = (await stat(join(folder, name)).catch(() => undefined))?.size ?? 0;
      if (leftBehind.has(name) || size <= CHUNK_BYTES || size >= bytes) continue;
      const seen = `${name} ${size}`;
      if (!since.has(seen)) since.set(seen, Date.now());
      still.push(seen);
    }
    for (const seen of since.keys()) if (!still.includes(seen)) since.delete(seen);
    return still.some((seen) => Date.now() - (since.get(seen) ?? Infinity) >= STILL_MS);
  };
}
