import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What has arrived, whole, and is not yet anybody's. */
export interface Staged {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

const LEFT_BEHIND_MS = 3_600_000;

/** Where uploads lie until they have been examined. Nothing here is ever shown to anybody. */
export class Staging {
  constructor(private readonly folder: string) {}

  /** Writes a stream to its end. The caller removes it. @throws what the stream fails with, having removed what came */
  async receive(source: Readable, signal: AbortSignal): Promise<Staged> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
    } catch (error) {
      await this.remove({ path });
      throw error;
    }
    return { path, sha256: hash.digest('hex'), bytes };
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
