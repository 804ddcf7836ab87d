import { Key256, KeyRing } from '@motcua/config';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { StoredNames } from '../files/storage/content-names.ts';
import { FileKeys } from '../files/storage/file-keys.ts';
import { LocalObjects } from '../files/storage/local-objects.ts';
import { openSealed } from '../files/storage/sealing/sealed-content.ts';
import { SealedStore } from '../files/storage/sealed-store.ts';
import { createFileKeys } from '../testing/file-keys.ts';
import { Staging } from '../files/storage/staging.ts';

/** How a content gets into a folder, and out of it again. */
export interface Way {
  /** Staged, read once, kept, and the staged one removed. Answers its SHA-256. */
  keep(source: Readable): Promise<string>;
  open(sha256: string): Promise<Readable>;
  erase(sha256: string): Promise<void>;
}

/** As the service keeps uploads. */
export function createSealedWay(folder: string, pool: Pool): Way {
  const { FILE_KEYS, FILE_NAME_KEY } = createFileKeys();
  const keys = new FileKeys(KeyRing.parse(FILE_KEYS), Key256.parse(FILE_NAME_KEY));
  const store = new SealedStore(new LocalObjects(folder), keys, new StoredNames(pool));
  const staging = new Staging(join(folder, 'staging'));
  return {
    async keep(source) {
      const staged = await staging.receive(source);
      await readThrough(openSealed(staged));
      await store.keep(staged);
      await staging.remove(staged);
      return staged.sha256;
    },
    open: (sha256) => store.open(sha256),
    erase: (sha256) => store.erase(sha256),
  };
}

/** As it kept them before there were keys: hashed, and under that hash. */
export function createClearWay(folder: string): Way {
  const objects = new LocalObjects(folder);
  const staging = join(folder, 'staging');
  return {
    async keep(source) {
      await mkdir(staging, { recursive: true });
      const path = join(staging, randomUUID());
      const hash = createHash('sha256');
      const hashing = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      await pipeline(source, hashing, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      await readThrough(createReadStream(path));
      const sha256 = hash.digest('hex');
      await objects.put({ shelf: 'files', name: sha256 }, { path });
      await rm(path);
      return sha256;
    },
    async open(sha256) {
      const found = await objects.open({ shelf: 'files', name: sha256 });
      if (found === undefined) throw new Error(`There is no content ${sha256}.`);
      return found;
    },
    erase: (sha256) => objects.erase({ shelf: 'files', name: sha256 }),
  };
}

/** As whoever examines it reads it: to its end. */
async function readThrough(content: Readable): Promise<void> {
  for await (const _chunk of content);
}
