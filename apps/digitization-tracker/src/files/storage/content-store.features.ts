import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { RememberedNames } from '../../testing/remembered-names.ts';
import { ContentMissing, type StoredContent } from './content-store.ts';
import { FileKeys } from './file-keys.ts';
import type { ObjectStore, Shelf } from './object-store.ts';
import { SealedStore } from './sealed-store.ts';
import { sealToFile, type SealedContent } from './sealing/sealed-content.ts';

const [first, second, nameKey] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const oldKeys = new FileKeys({ active: 'f1', keys: { f1: first } }, nameKey);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What a store of contents does over every store of objects. `start` gives an empty one. */
export function describeContentStore(
  name: string,
  start: () => Promise<{ objects: ObjectStore; stop: () => Promise<void> }>,
): void {
  describe(`content store: ${name}`, () => {
    let folder: string;
    let objects: ObjectStore;
    let stop: () => Promise<void>;
    let names: RememberedNames;
    let store: SealedStore;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'contents-'));
    });
    afterAll(() => rm(folder, { recursive: true }));
    beforeEach(async () => {
      ({ objects, stop } = await start());
      names = new RememberedNames();
      store = new SealedStore(objects, oldKeys, names);
    });

    let given = 0;
    const create = (bytes: Buffer): Promise<SealedContent> => sealToFile(Readable.from([bytes]), join(folder, String(given++)));
    const keep = async (content: SealedContent, by = store): Promise<string> => {
      const { name: kept } = await by.keep(content);
      names.remember(content.sha256, kept);
      return kept;
    };
    /** As contents were kept before there were keys. */
    async function putClear(bytes: Buffer): Promise<string> {
      const sha256 = hashOf(bytes);
      await objects.create({ shelf: 'files', name: sha256 }, bytes);
      return sha256;
    }
    async function list(): Promise<StoredContent[]> {
      const found: StoredContent[] = [];
      for await (const content of store.list()) found.push(content);
      return found;
    }
    const listed = async (): Promise<string[]> => (await list()).map(({ sha256 }) => sha256).sort();
    async function stored(shelf: Shelf): Promise<Map<string, Buffer>> {
      const found = new Map<string, Buffer>();
      for await (const { name: object } of objects.list(shelf)) {
        found.set(object, (await objects.read({ shelf, name: object }, 10 * 1_048_576)) ?? Buffer.alloc(0));
      }
      return found;
    }
    const open = async (sha256: string, by = store): Promise<Buffer> => buffer(await by.open(sha256));

    it('gives back what it was given, also a large one', async () => {
      for (const bytes of [Buffer.from('x'), randomBytes(6 * 1_048_576)]) {
        const content = await create(bytes);
        await keep(content);
        expect(await store.has(content.sha256)).toBe(true);
        expect((await open(content.sha256)).equals(bytes)).toBe(true);
      }
      await stop();
    });

    it('shows neither a content nor its hash to who sees the store alone', async () => {
      const bytes = Buffer.alloc(200_000, 'Nguyễn Thị Bí Mật ');
      const { sha256 } = await create(bytes);
      await keep(await create(bytes));
      const lying = [...(await stored('contents')), ...(await stored('keys'))];
      expect([lying.length, (await stored('files')).size]).toEqual([2, 0]);
      for (const [object, written] of lying) {
        expect(object).not.toBe(sha256);
        for (const secret of ['Bí Mật', sha256, Buffer.from(sha256, 'hex')]) expect(written.includes(secret)).toBe(false);
      }
      await stop();
    });

    it('keeps a content once, however often and by how many at once it is given', async () => {
      const contents = await Promise.all(Array.from({ length: 8 }, () => create(Buffer.alloc(100_000, 'the same'))));
      await Promise.all(contents.map((content) => store.keep(content)));
      const sha256 = contents[0]?.sha256 ?? '';
      await keep(await create(Buffer.alloc(100_000, 'the same')));
      expect(await listed()).toEqual([sha256]);
      expect((await open(sha256)).equals(Buffer.alloc(100_000, 'the same'))).toBe(true);
      await stop();
    });

    it('leaves the given file to its owner', async () => {
      const content = await create(randomBytes(10));
      await keep(content);
      await rm(content.path);
      expect(await store.has(content.sha256)).toBe(true);
      await stop();
    });

    it('says what it does not have, and erases what may be gone already, its key with it', async () => {
      const content = await create(randomBytes(10));
      expect(await store.has(content.sha256)).toBe(false);
      await expect(store.open(content.sha256)).rejects.toThrow(ContentMissing);
      await store.erase(content.sha256);
      await keep(content);
      await store.erase(content.sha256);
      expect([await store.has(content.sha256), await listed(), (await stored('keys')).size]).toEqual([false, [], 0]);
      await keep(content);
      expect(await store.has(content.sha256)).toBe(true);
      await stop();
    });

    it('has nothing of a content that could not be read to its end, and takes it when it comes again', async () => {
      const bytes = randomBytes(10);
      const content = await create(bytes);
      await rm(content.path);
      await expect(store.keep(content)).rejects.toThrow();
      expect([await store.has(content.sha256), (await stored('contents')).size]).toEqual([false, 0]);
      // Its key is there, and is listed to be swept up, or used by the next.
      expect(await list()).toMatchObject([{ sha256: content.sha256, bytes: 0 }]);
      await keep(await create(bytes));
      expect((await open(content.sha256)).equals(bytes)).toBe(true);
      expect((await readdir(folder)).filter((file) => file.endsWith('.anew'))).toEqual([]);
      await stop();
    });

    it('takes a content whose key was lost for one that is not there', async () => {
      const bytes = randomBytes(10);
      const kept = await keep(await create(bytes));
      await objects.erase({ shelf: 'keys', name: kept });
      expect(await store.has(hashOf(bytes))).toBe(false);
      await keep(await create(bytes));
      expect((await open(hashOf(bytes))).equals(bytes)).toBe(true);
      await stop();
    });

    it('lists all it has with size and time, over several pages, sealed or in clear', async () => {
      const since = Date.now();
      const contents = await Promise.all([1, 2, 3, 70_000, 5].map((size) => create(randomBytes(size))));
      for (const content of contents) await keep(content);
      const clear = await putClear(randomBytes(6));
      const found = await list();
      // Some storage tells whole seconds.
      const isWithin = (at: number): boolean => at >= since - 1_000 && at <= Date.now() + 1_000;
      expect(found.filter(({ storedAt }) => !isWithin(storedAt))).toEqual([]);
      expect(new Map(found.map(({ sha256, bytes }) => [sha256, bytes]))).toEqual(
        new Map([...contents.map(({ sha256, bytes }) => [sha256, bytes] as const), [clear, 6]]),
      );
      expect(found.filter((content) => content.name === null).map(({ sha256 }) => sha256)).toEqual([clear]);
      // Without the database, by what the keys say.
      names.forget();
      expect(await listed()).toEqual([...contents.map(({ sha256 }) => sha256), clear].sort());
      await stop();
    });

    it('gives what still lies in clear, and what was sealed of it since', async () => {
      const bytes = randomBytes(50);
      const sha256 = await putClear(bytes);
      expect([await store.has(sha256), (await open(sha256)).equals(bytes)]).toEqual([true, true]);
      await keep(await create(bytes));
      await store.erase(sha256, null);
      expect([(await stored('files')).size, (await open(sha256)).equals(bytes)]).toEqual([0, true]);
      await stop();
    });

    it('wraps keys anew and rewrites nothing else; names outlive the key that made them', async () => {
      const contents = await Promise.all([10, 20].map((size) => create(randomBytes(size))));
      const kept = await Promise.all(contents.map((content) => keep(content)));
      const before = await stored('contents');
      const both = new SealedStore(objects, new FileKeys({ active: 'f2', keys: { f1: first, f2: second } }, nameKey), names);
      expect(await Promise.all([...kept, '0'.repeat(64)].map((one) => both.rewrap(one)))).toEqual(['f2', 'f2', undefined]);
      expect(await stored('contents')).toEqual(before);
      const alone = new SealedStore(objects, new FileKeys({ active: 'f2', keys: { f2: second } }, randomBytes(32)), names);
      for (const { sha256 } of contents) expect(hashOf(await open(sha256, alone))).toBe(sha256);
      const [again] = contents;
      expect(again && (await alone.keep(again))).toEqual({ name: kept[0], keyId: 'f2' });
      await expect(store.open(contents[0]?.sha256 ?? '')).rejects.toThrow('FILE_KEYS');
      await stop();
    });

    it('fails a reader of what is not what was kept', async () => {
      const content = await create(randomBytes(200_000));
      const place = { shelf: 'contents', name: await keep(content) } as const;
      const written = (await objects.read(place, 1_000_000)) ?? Buffer.alloc(0);
      await objects.replace(place, written.subarray(0, written.length - 65_552));
      await expect(open(content.sha256)).rejects.toMatchObject({ name: 'ContentDamaged' });
      await stop();
    });

    it('proves that it can be used', async () => {
      await expect(store.prove()).resolves.toBeUndefined();
      await stop();
    });

    it('makes a name of nothing but a hash', async () => {
      for (const wrong of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
        await expect(store.has(wrong)).rejects.toThrow('not a SHA-256');
      }
      await stop();
    });
  });
}
