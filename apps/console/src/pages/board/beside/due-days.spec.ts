import { expect, it } from '@jest/globals';
import { countDueDays } from './due-days.ts';

it('counts what falls due by the day of its own calendar, today first', () => {
  const timeZone = 'Asia/Ho_Chi_Minh';
  const days = countDueDays(
    [
      { due: '2026-11-28T10:00:00Z', timeZone },
      { due: '2026-11-28T17:30:00Z', timeZone },
      { due: '2026-11-28T17:30:00Z', timeZone: 'America/New_York' },
      { due: '2026-11-27T10:00:00Z', timeZone },
      { due: null, timeZone },
    ],
    '2026-11-28',
  );
  expect(days).toHaveLength(10);
  expect(days.slice(0, 3)).toEqual([
    { date: '2026-11-28', count: 2 },
    { date: '2026-11-29', count: 1 },
    { date: '2026-11-30', count: 0 },
  ]);
});
