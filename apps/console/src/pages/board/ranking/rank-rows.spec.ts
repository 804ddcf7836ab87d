import { describe, expect, it } from '@jest/globals';
import { sortRows, toRankRows, type RankRow } from './rank-rows.ts';

const rate = (numerator: number, denominator: number) => ({
  version: 1,
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});
const count = (value: number) => ({ version: 1, numerator: null, denominator: null, value });
const row = (key: string, numerator: number, denominator: number, overdue = 0) => ({
  key,
  name: { vi: key },
  indicators: { 'on-time.closed': rate(numerator, denominator), 'open.overdue': count(overdue), received: count(denominator) },
});
const rows = toRankRows([row('Xã B', 9, 10), row('Xã A', 0, 0), row('Xã Ă', 99, 100, 7), row('Xã Đ', 9, 10)], ({ key }) => key);
const names = (sorted: readonly RankRow[]): string[] => sorted.map(({ name }) => name);

describe('a ranking', () => {
  it('puts what has no figure last, whichever way it is sorted', () => {
    expect(names(sortRows(rows, 'onTime', false))).toEqual(['Xã B', 'Xã Đ', 'Xã Ă', 'Xã A']);
    expect(names(sortRows(rows, 'onTime', true))).toEqual(['Xã Ă', 'Xã B', 'Xã Đ', 'Xã A']);
  });

  it('knows the Vietnamese alphabet', () => {
    expect(names(sortRows(rows, 'name', false))).toEqual(['Xã A', 'Xã Ă', 'Xã B', 'Xã Đ']);
  });

  it('marks rates that stand on few dossiers', () => {
    expect(rows.filter(({ isFew }) => isFew).map(({ name }) => name)).toEqual(['Xã B', 'Xã Đ']);
  });
});
