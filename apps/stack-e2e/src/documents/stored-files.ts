import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningStack } from '../stack/running-stack.ts';

/** Where the embedded stack keeps files, and where uploads lie until they have been examined: seen from outside, as its disk is. */
const folderOf = ({ home }: RunningStack, name: 'store' | 'staging'): string => join(home, 'files', name);

/** SHA-256 of every content of the store, as it is named there, in their order. What is still coming in has no such name. */
export async function listStored(stack: RunningStack): Promise<string[]> {
  const entries = await readdir(folderOf(stack, 'store'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.incoming'))
    .map(({ name }) => name)
    .sort();
}

/** Whether a beginning of `bytes`, and no more, lies where uploads come in. */
export async function isHalfStaged(stack: RunningStack, bytes: Buffer): Promise<boolean> {
  const folder = folderOf(stack, 'staging');
  for (const name of await readdir(folder)) {
    // It may be done, and gone, by now.
    const seen = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
    if (seen.length > 0 && seen.length < bytes.length && bytes.subarray(0, seen.length).equals(seen)) return true;
  }
  return false;
}
