import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FetchedBatch } from '../client/kafka-client.port.ts';
import { createMessage } from '../testing/incoming-message.builder.ts';
import { cutIntoChunks, halve, type Chunk } from './chunk.ts';

const offsets = fc
  .uniqueArray(fc.integer({ min: 100, max: 160 }), { maxLength: 40 })
  .map((them) => them.sort((one, other) => one - other));
const batches = fc.record({ offsets, tail: fc.integer({ min: 0, max: 5 }), position: fc.integer({ min: 90, max: 170 }) });
const sizes = fc.integer({ min: 1, max: 12 });

const toBatch = (them: readonly number[], tail: number): FetchedBatch => ({
  topic: 'topic',
  partition: 0,
  fetchedOffset: 100n,
  nextOffset: BigInt((them.at(-1) ?? 100) + 1 + tail),
  endOffset: 1_000n,
  messages: them.map((offset) => createMessage({ offset: BigInt(offset) })),
});

const expectTiling = (chunks: readonly Chunk[], from: bigint, to: bigint): void => {
  expect(chunks[0]?.from).toBe(from);
  expect(chunks.at(-1)?.to).toBe(to);
  for (const [index, chunk] of chunks.entries()) {
    expect(chunk.from < chunk.to).toBe(true);
    if (index > 0) expect(chunk.from).toBe(chunks[index - 1]?.to);
    for (const { offset } of chunk.messages) expect(offset >= chunk.from && offset < chunk.to).toBe(true);
  }
};

describe('cutIntoChunks', () => {
  it('tiles what is new of a batch, so that no cursor passes an unfinished message', () => {
    fc.assert(
      fc.property(batches, sizes, ({ offsets: them, tail, position: at }, size) => {
        const batch = toBatch(them, tail);
        const position = BigInt(at);
        const chunks = cutIntoChunks(batch, position, size);
        if (batch.nextOffset <= position) {
          expect(chunks).toEqual([]);
          return;
        }
        expectTiling(chunks, position, batch.nextOffset);
        expect(chunks.flatMap(({ messages }) => messages)).toEqual(batch.messages.filter(({ offset }) => offset >= position));
        expect(chunks.every(({ messages }) => messages.length <= size)).toBe(true);
      }),
    );
  });

  it('moves the cursor over a batch whose messages were all compacted away', () => {
    expect(cutIntoChunks(toBatch([], 4), 100n, 10)).toEqual([{ from: 100n, to: 105n, messages: [] }]);
  });
});

describe('halve', () => {
  it('tiles the chunk with two parts that each hold a message', () => {
    fc.assert(
      fc.property(offsets, (them) => {
        fc.pre(them.length >= 2);
        const batch = toBatch(them, 2);
        const chunk: Chunk = { from: 100n, to: batch.nextOffset, messages: batch.messages };
        const halves = halve(chunk);
        expectTiling(halves, chunk.from, chunk.to);
        expect(halves.every(({ messages }) => messages.length > 0)).toBe(true);
        expect(halves.flatMap(({ messages }) => messages)).toEqual(chunk.messages);
      }),
    );
  });

  it('refuses a single message', () => {
    expect(() => halve({ from: 1n, to: 2n, messages: [createMessage({ offset: 1n })] })).toThrow('no half');
  });
});
