import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ContentMissing, type ContentStore } from './content-store.ts';

/** What every store does. `start` gives an empty one. */
export function describeContentStore(
  name: string,
  start: () => Promise<{ store: ContentStore; stop: () => Promise<void> }>,
): void {
  describe(`content store: ${name}`, () => {
    let folder: string;
    let store: ContentStore;
    let stop: () => Promise<void>;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'contents-'));
    });
    afterAll(() => rm(folder, { recursive: true }));
    beforeEach(async () => {
      ({ store, stop } = await start());
    });

    async function create(bytes: Buffer) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = join(folder, sha256);
      await writeFile(path, bytes);
      return { sha256, path, bytes: bytes.length };
    }
    async function listed(): Promise<string[]> {
      const found: string[] = [];
      for await (const { sha256 } of store.list()) found.push(sha256);
      return found.sort();
    }

    it('gives back what it was given, also a large one', async () => {
      for (const bytes of [Buffer.from('x'), randomBytes(6 * 1_048_576)]) {
        const content = await create(bytes);
        await store.keep(content);
        expect(await store.has(content.sha256)).toBe(true);
        expect((await buffer(await store.open(content.sha256))).equals(bytes)).toBe(true);
      }
      await stop();
    });

    it('keeps a content once, however often and by how many at once it is given', async () => {
      const content = await create(randomBytes(1_000));
      await Promise.all(Array.from({ length: 8 }, () => store.keep(content)));
      await store.keep(content);
      expect(await listed()).toEqual([content.sha256]);
      await stop();
    });

    it('leaves the given file to its owner', async () => {
      const content = await create(randomBytes(10));
      await store.keep(content);
      await rm(content.path);
      expect(await store.has(content.sha256)).toBe(true);
      await stop();
    });

    it('says what it does not have, and erases what may be gone already', async () => {
      const content = await create(randomBytes(10));
      expect(await store.has(content.sha256)).toBe(false);
      await expect(store.open(content.sha256)).rejects.toThrow(ContentMissing);
      await store.erase(content.sha256);
      await store.keep(content);
      await store.erase(content.sha256);
      expect([await store.has(content.sha256), await listed()]).toEqual([false, []]);
      await stop();
    });

    it('has nothing of a content that could not be read to its end', async () => {
      const content = await create(randomBytes(10));
      await rm(content.path);
      await expect(store.keep(content)).rejects.toThrow();
      expect([await store.has(content.sha256), await listed()]).toEqual([false, []]);
      await stop();
    });

    it('lists all it has with size and time, over several pages', async () => {
      const contents = await Promise.all([1, 2, 3, 4, 5].map((size) => create(randomBytes(size))));
      for (const content of contents) await store.keep(content);
      const sizes = new Map<string, number>();
      for await (const { sha256, bytes, storedAt } of store.list()) {
        sizes.set(sha256, bytes);
        expect(Math.abs(Date.now() - storedAt)).toBeLessThan(60_000);
      }
      expect(sizes).toEqual(new Map(contents.map(({ sha256, bytes }) => [sha256, bytes])));
      await stop();
    });

    it('proves that it can be used', async () => {
      await expect(store.prove()).resolves.toBeUndefined();
      await stop();
    });

    it('makes a name of nothing but a hash', async () => {
      for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
        await expect(store.has(name)).rejects.toThrow('not a SHA-256');
      }
      await stop();
    });
  });
}
