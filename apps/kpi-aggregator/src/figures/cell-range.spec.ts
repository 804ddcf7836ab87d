import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startOfMonth } from '../time/local-days.ts';
import { rangesBefore, rangesBetween, type CellRange } from './cell-range.ts';

const day = fc.integer({ min: 18_000, max: 20_500 });
const BEGIN = 17_500;

const toDays = (ranges: readonly CellRange[]): number[] =>
  ranges.flatMap(({ grain, from, until }) => {
    const [first, end] =
      grain === 1 ? [Math.max(startOfMonth(Math.max(from, 1970 * 12)), BEGIN), startOfMonth(until)] : [from, until];
    return Array.from({ length: Math.max(end - first, 0) }, (_, index) => first + index);
  });

const toRun = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(until - from, 0) }, (_, index) => from + index);

describe('cell ranges', () => {
  it('hold every day before a day once', () => {
    fc.assert(
      fc.property(day, (until) => {
        expect(toDays(rangesBefore(until))).toEqual(toRun(BEGIN, until));
      }),
    );
  });

  it('hold every day between two days once', () => {
    fc.assert(
      fc.property(day, day, (from, until) => {
        expect(toDays(rangesBetween(from, until))).toEqual(toRun(from, until));
      }),
    );
  });

  it('read a year as twelve months', () => {
    expect(rangesBetween(startOfMonth(2022 * 12), startOfMonth(2023 * 12))).toEqual([
      { grain: 1, from: 2022 * 12, until: 2023 * 12 },
    ]);
  });
});
