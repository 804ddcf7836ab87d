import { expect, it } from '@jest/globals';
import { toDate, toDayNumber } from '../time/local-days.ts';
import { toNearestPeriod } from './to-nearest-period.ts';

const day = (date: string | null): number | null => (date === null ? null : toDayNumber(date));
const today = toDayNumber('2026-11-28');

function find(before: string | null, after: string | null, from: string, to: string): string | null {
  const days = { before: day(before), after: day(after) };
  const found = toNearestPeriod(days, { from: toDayNumber(from), to: toDayNumber(to) }, today);
  return found === null ? null : `${toDate(found.from)} ${toDate(found.to)}`;
}

it('in place of this year it is the last year in which something was done, to the end of its last month', () => {
  expect(find('2022-10-28', null, '2026-01-01', '2026-11-28')).toBe('2022-01-01 2022-10-31');
});

it('ends before the empty period and begins after it', () => {
  expect(find('2026-11-02', null, '2026-11-10', '2026-11-28')).toBe('2026-01-01 2026-11-09');
  expect(find(null, '2022-01-20', '2021-12-01', '2022-01-15')).toBe('2022-01-16 2022-12-31');
});

it('is the nearer of two, the earlier of two as near, and never beyond today', () => {
  expect(find('2020-05-05', '2022-01-03', '2021-01-01', '2021-12-31')).toBe('2022-01-01 2022-12-31');
  expect(find('2020-12-30', '2022-01-02', '2021-01-01', '2021-12-31')).toBe('2020-01-01 2020-12-31');
  expect(find(null, '2026-11-20', '2025-01-01', '2025-12-31')).toBe('2026-11-01 2026-11-28');
  expect(find('2026-11-27', null, '2026-12-01', '2026-12-31')).toBe('2026-01-01 2026-11-28');
});

it('is none where nothing was ever done', () => {
  expect(find(null, null, '2026-01-01', '2026-11-28')).toBeNull();
});
