import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, copyFile, link, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkName, type ObjectStore, type ObjectPlace, type Shelf, type StoredObject } from './object-store.ts';

/**
 * Objects in a folder, `<shelf>/ab/cd/<name>`; contents in clear stand at its root, where they always stood. An object is written beside
 * its place, forced to the disk and then renamed or linked into it, which the file system does in one step; a crash before leaves only
 * something in `.incoming`, which is emptied when it has aged.
 */
export class LocalObjects implements ObjectStore {
  readonly #incoming: string;

  constructor(private readonly root: string) {
    this.#incoming = join(root, '.incoming');
  }

  async put(place: ObjectPlace, { path }: { readonly path: string }): Promise<void> {
    await this.#write(place, (incoming) => linkOrCopy(path, incoming), rename);
  }

  async create(place: ObjectPlace, bytes: Buffer): Promise<boolean> {
    if (await this.has(place)) return false;
    try {
      // A link, other than a rename, is refused where there is something.
      await this.#write(place, (incoming) => writeFile(incoming, bytes, { mode: 0o600 }), link);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  async replace(place: ObjectPlace, bytes: Buffer): Promise<void> {
    await this.#write(place, (incoming) => writeFile(incoming, bytes, { mode: 0o600 }), rename);
  }

  async read(place: ObjectPlace, limit: number): Promise<Buffer | undefined> {
    const handle = await openFile(this.#pathOf(place));
    if (handle === undefined) return undefined;
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(limit), 0, limit, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  async open(place: ObjectPlace) {
    const path = this.#pathOf(place);
    // Opened before it is answered: whoever erases it meanwhile does not cut the reader off.
    const handle = await openFile(path);
    return handle === undefined ? undefined : createReadStream(path, { fd: handle });
  }

  async has(place: ObjectPlace): Promise<boolean> {
    return (await statOf(this.#pathOf(place))) !== undefined;
  }

  async erase(place: ObjectPlace, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await rm(this.#pathOf(place), { force: true });
  }

  async *list(shelf: Shelf): AsyncIterable<StoredObject> {
    const top = this.#folderOf(shelf);
    for (const first of await folders(top)) {
      for (const second of await folders(join(top, first))) {
        for (const name of (await readdir(join(top, first, second))).sort()) {
          const found = await statOf(join(top, first, second, name));
          // A link keeps the times of the file it was made from; when it came here is its change time.
          if (found !== undefined) yield { name, bytes: found.size, storedAt: found.ctimeMs };
        }
      }
    }
  }

  async sweep(before: number): Promise<number> {
    let swept = 0;
    for (const name of await readdir(this.#incoming).catch(() => [])) {
      const path = join(this.#incoming, name);
      const found = await statOf(path);
      if (found === undefined || found.ctimeMs >= before) continue;
      await rm(path, { force: true });
      swept++;
    }
    return swept;
  }

  async prove(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await access(this.root, constants.W_OK);
  }

  close(): void {
    // Nothing is held open.
  }

  async #write(
    place: ObjectPlace,
    fill: (incoming: string) => Promise<void>,
    move: (from: string, to: string) => Promise<void>,
  ): Promise<void> {
    const path = this.#pathOf(place);
    const incoming = join(this.#incoming, randomUUID());
    await mkdir(this.#incoming, { recursive: true });
    await mkdir(join(path, '..'), { recursive: true });
    try {
      await fill(incoming);
      await force(incoming);
      await move(incoming, path);
      await force(join(path, '..'));
    } finally {
      await rm(incoming, { force: true });
    }
  }

  #folderOf(shelf: Shelf): string {
    return shelf === 'files' ? this.root : join(this.root, shelf);
  }

  #pathOf({ shelf, name }: ObjectPlace): string {
    checkName(name);
    return join(this.#folderOf(shelf), name.slice(0, 2), name.slice(2, 4), name);
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

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
const ifThere = (error: unknown): undefined => {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
};
const openFile = (path: string) => open(path).catch(ifThere);
const statOf = (path: string) => stat(path).catch(ifThere);

const folders = async (path: string): Promise<string[]> =>
  (await readdir(path, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
