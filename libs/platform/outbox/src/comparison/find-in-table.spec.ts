import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAtOrBeyond, type LogPosition } from '../store/cursor.store.ts';
import { removeFound, type TableReader } from './find-in-table.ts';

/** A table of so many rows that is read a few at a time. */
function createReader(size: number): TableReader<LogPosition> & { reads: number } {
  const rows: LogPosition[] = Array.from({ length: size }, (_, index) => ({
    xid: String(1 + Math.floor(index / 3)),
    position: String(index + 1),
  }));
  const isBehind = (row: LogPosition, place: LogPosition) => !isAtOrBeyond(place, row);
  const reader = {
    reads: 0,
    readAfter: (place: LogPosition) => {
      reader.reads += 1;
      return Promise.resolve(rows.filter((row) => isBehind(row, place)).slice(0, 4));
    },
    readBefore: (place: LogPosition) => {
      reader.reads += 1;
      return Promise.resolve(
        rows
          .filter((row) => isBehind(place, row))
          .toReversed()
          .slice(0, 4),
      );
    },
  };
  return reader;
}
const identifyRow = ({ position }: LogPosition): string => position;

it('finds every row of a table, wherever the cursor stands, and leaves what is no row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(40), fc.nat(45), async (size, at) => {
      const wanted = new Set(['lost', ...Array.from({ length: size }, (_, index) => String(index + 1))]);
      const cursor = { xid: String(1 + Math.floor(Math.max(0, at - 1) / 3)), position: String(at) };
      await removeFound(wanted, { reader: createReader(size), cursor, identifyRow });
      expect([...wanted]).toEqual(['lost']);
    }),
  );
});

it('reads no more than the rows about the cursor where all is found there', async () => {
  const reader = createReader(1_000);
  const wanted = new Set(['500', '502']);
  await removeFound(wanted, { reader, cursor: { xid: '167', position: '501' }, identifyRow });
  expect([wanted.size, reader.reads]).toEqual([0, 2]);
});
