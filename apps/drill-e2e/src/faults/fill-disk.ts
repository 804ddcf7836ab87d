import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

const FILLER = 'filler';
const LARGEST = 1_048_576;

/** Writes until the disk takes no byte more. @returns whether it said so itself */
export async function fillDisk(folder: string): Promise<boolean> {
  const filler = await open(join(folder, FILLER), 'a');
  let isFull = false;
  try {
    for (let size = LARGEST; size >= 1;) {
      const code = await filler.write(Buffer.alloc(size)).then(
        ({ bytesWritten }) => (bytesWritten === size ? undefined : 'short'),
        (error: unknown) => (error as NodeJS.ErrnoException).code,
      );
      if (code === undefined) continue;
      isFull = code === 'ENOSPC' && size === 1;
      size = Math.floor(size / 2);
    }
  } finally {
    await filler.close();
  }
  return isFull;
}

export const freeDisk = (folder: string): Promise<void> => rm(join(folder, FILLER), { force: true });
