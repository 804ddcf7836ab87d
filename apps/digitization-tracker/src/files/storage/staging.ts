import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { sealToFile, type SealedContent } from './sealing/sealed-content.ts';

/** What has arrived, whole, and is not yet anybody's. Its key is in memory alone: what a crash leaves behind opens to nobody. */
export type Staged = SealedContent;

const LEFT_BEHIND_MS = 3_600_000;

/** Where uploads lie, sealed, until they have been examined. Nothing here is ever shown to anybody. */
export class Staging {
  constructor(private readonly folder: string) {}

  /** Seals a stream to its end. The caller removes it. @throws what the stream fails with, having removed what came */
  async receive(source: Readable, signal?: AbortSignal): Promise<Staged> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, randomUUID());
    try {
      return await sealToFile(source, path, signal === undefined ? {} : { signal });
    } catch (error) {
      await this.remove({ path });
      throw error;
    }
  }

  async remove({ path }: Pick<Staged, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** What a process left behind that was killed in the middle of an upload. Answers how many. */
  async sweep(now = Date.now()): Promise<number> {
    const names = await readdir(this.folder).catch(() => []);
    let swept = 0;
    for (const name of names) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || now - found.mtimeMs < LEFT_BEHIND_MS) continue;
      await rm(path, { force: true });
      swept++;
    }
    return swept;
  }
}
