import { randomUUID } from 'node:crypto';
import { access, copyFile, constants, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { checkHash, ContentMissing, type ContentStore, type StoredContent } from './content-store.ts';

/**
 * Contents in a folder, `ab/cd/<sha256>`. A content is written beside its place, forced to the disk and renamed into it, which the
 * file system does in one step; a crash before leaves only something in `.incoming`, which is emptied when it has aged.
 */
export class LocalStore implements ContentStore {
  readonly #incoming: string;

  constructor(private readonly root: string) {
    this.#incoming = join(root, '.incoming');
  }

  async keep({ sha256, path }: { readonly sha256: string; readonly path: string }): Promise<void> {
    if (await this.has(sha256)) return;
    const place = this.#placeOf(sha256);
    const incoming = join(this.#incoming, randomUUID());
    await mkdir(this.#incoming, { recursive: true });
    await mkdir(join(place, '..'), { recursive: true });
    try {
      await linkOrCopy(path, incoming);
      await force(incoming);
      await rename(incoming, place);
      await force(join(place, '..'));
    } finally {
      await rm(incoming, { force: true });
    }
  }

  async has(sha256: string): Promise<boolean> {
    return (await statOf(this.#placeOf(sha256))) !== undefined;
  }

  async open(sha256: string) {
    const place = this.#placeOf(sha256);
    // Opened before it is answered: whoever erases it meanwhile does not cut the reader off.
    const handle = await open(place).catch((error: unknown) => {
      throw isNotThere(error) ? new ContentMissing(sha256) : error;
    });
    return createReadStream(place, { fd: handle });
  }

  async erase(sha256: string): Promise<void> {
    await rm(this.#placeOf(sha256), { force: true });
  }

  async *list(): AsyncIterable<StoredContent> {
    for (const first of await folders(this.root)) {
      for (const second of await folders(join(this.root, first))) {
        for (const sha256 of await readdir(join(this.root, first, second))) {
          const found = await statOf(join(this.root, first, second, sha256));
          // A link keeps the times of the file it was made from; when it came here is its change time.
          if (found !== undefined) yield { sha256, bytes: found.size, storedAt: found.ctimeMs };
        }
      }
    }
  }

  async prove(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await access(this.root, constants.W_OK);
  }

  close(): void {
    // Nothing is held open.
  }

  #placeOf(sha256: string): string {
    checkHash(sha256);
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

/** A second name costs nothing; another file system needs a copy. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

async function force(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isNotThere = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const statOf = (path: string) =>
  stat(path).catch((error: unknown) => {
    if (isNotThere(error)) return undefined;
    throw error;
  });

const folders = async (path: string): Promise<string[]> =>
  (await readdir(path, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map(({ name }) => name);
