import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createSeal, createUnseal } from './seal.ts';
import { CHUNK_BYTES, HEADER_BYTES, SEALED_CHUNK_BYTES, toPlainBytes } from './sealed-format.ts';

const key = randomBytes(32);

async function through(stream: ReturnType<typeof createSeal>, pieces: readonly Buffer[]): Promise<Buffer> {
  const [bytes] = await Promise.all([buffer(stream), pipeline(Readable.from(pieces), stream)]);
  return bytes;
}
const seal = (bytes: Buffer) => through(createSeal(key), [bytes]);
const unseal = (sealed: Buffer, by = key) => through(createUnseal(by), [sealed]);
const chunk = (sealed: Buffer, number: number) =>
  sealed.subarray(HEADER_BYTES + number * SEALED_CHUNK_BYTES, HEADER_BYTES + (number + 1) * SEALED_CHUNK_BYTES);
const header = (sealed: Buffer) => sealed.subarray(0, HEADER_BYTES);

describe('a sealed content', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7])(
    'of %i bytes opens to what it was, and its size tells how large that is',
    async (bytes) => {
      const content = randomBytes(bytes);
      const sealed = await seal(content);
      expect((await unseal(sealed)).equals(content)).toBe(true);
      expect(toPlainBytes(sealed.length)).toBe(bytes);
    },
  );

  it('opens whatever the pieces are in which it comes', async () => {
    const content = randomBytes(2 * CHUNK_BYTES + 100);
    const sealed = await seal(content);
    const cuts = fc.array(fc.integer({ min: 1, max: sealed.length - 1 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const edges = [0, ...[...new Set(at)].sort((one, other) => one - other), sealed.length];
        const pieces = edges.slice(1).map((edge, index) => sealed.subarray(edges[index], edge));
        expect((await through(createUnseal(key), pieces)).equals(content)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is another each time, and shows nothing of what is in it', async () => {
    const content = Buffer.alloc(100_000, 'Nguyễn Thị Bí Mật ');
    const [one, other] = [await seal(content), await seal(content)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('Bí Mật')).toBe(false);
  });

  it('does not open when a bit of it is another, wherever', async () => {
    const sealed = await seal(randomBytes(CHUNK_BYTES + 10));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), async (bit) => {
        const altered = Buffer.from(sealed);
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await expect(unseal(altered)).rejects.toMatchObject({ name: 'ContentDamaged' });
      }),
      { numRuns: 60 },
    );
  });

  it('does not open when it was cut, mixed, doubled or put together from two', async () => {
    const [sealed, second] = [await seal(randomBytes(3 * CHUNK_BYTES)), await seal(randomBytes(3 * CHUNK_BYTES))];
    const [first, middle, last] = [chunk(sealed, 0), chunk(sealed, 1), chunk(sealed, 2)];
    const altered = {
      'without its end': [header(sealed), first, middle],
      'cut in a chunk': [sealed.subarray(0, sealed.length - 20)],
      'cut to nothing': [header(sealed)],
      'cut in its header': [sealed.subarray(0, HEADER_BYTES - 1)],
      'without its middle': [header(sealed), first, last],
      'in another order': [header(sealed), middle, first, last],
      'with a chunk twice': [header(sealed), first, first, last],
      'with more behind it': [sealed, Buffer.from('x')],
      'with a chunk of another one': [header(sealed), chunk(second, 0), middle, last],
      'with the header of another one': [header(second), first, middle, last],
    };
    for (const [how, pieces] of Object.entries(altered)) {
      const opening = unseal(Buffer.concat(pieces)).then(
        () => 'opened',
        (error: unknown) => (error as Error).name,
      );
      expect([how, await opening]).toEqual([how, 'ContentDamaged']);
    }
    await expect(unseal(sealed, randomBytes(32))).rejects.toMatchObject({ name: 'ContentDamaged' });
  });
});
