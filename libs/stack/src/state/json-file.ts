import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the file holds, `undefined` when there is no file. Throws when it is not JSON. */
export async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes beside and renames: a reader sees the old file or the new one, never half of one. */
export async function writeJsonFile(file: string, content: unknown, { mode = 0o644 }: { mode?: number } = {}): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(half, `${JSON.stringify(content, null, 2)}\n`, { mode });
  await rename(half, file);
}
