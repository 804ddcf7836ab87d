import { expect, it } from '@jest/globals';
import type { CalendarDocument } from '@motcua/contracts';
import { listDays, toSwapped } from './calendar-days.ts';

const hours: [string, string][] = [['07:30', '11:30']];
const calendar: CalendarDocument = {
  id: 'vn',
  version: 3,
  timeZone: 'Asia/Ho_Chi_Minh',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  daysOff: [{ date: '2026-09-02', name: 'Quốc khánh' }],
  workingDays: [],
  sameDayCutOff: '15:00',
  confirmedThrough: '2026-12-31',
};
const find = (of: CalendarDocument, date: string) => listDays(of, 2026).find((day) => day.date === date);

it('a day is as its week says unless the calendar says otherwise', () => {
  expect(listDays(calendar, 2026)).toHaveLength(365);
  expect(listDays(calendar, 2028)).toHaveLength(366);
  expect(find(calendar, '2026-09-01')).toEqual({ date: '2026-09-01', kind: 'working' });
  expect(find(calendar, '2026-09-02')).toEqual({ date: '2026-09-02', kind: 'off', why: 'Quốc khánh' });
  expect(find(calendar, '2026-09-05')).toEqual({ date: '2026-09-05', kind: 'weekend' });
});

it('a swap makes a Monday off and its hours those of a Saturday, in the next version', () => {
  const swapped = toSwapped(calendar, { off: '2026-08-31', worked: '2026-08-22', name: 'Hoán đổi' });
  expect(swapped.version).toBe(4);
  expect(swapped.workingDays).toEqual([{ date: '2026-08-22', periods: hours, name: 'Hoán đổi' }]);
  expect([find(swapped, '2026-08-31')?.kind, find(swapped, '2026-08-22')?.kind]).toEqual(['off', 'madeUp']);
  expect(swapped.daysOff.map(({ date }) => date)).toEqual(['2026-08-31', '2026-09-02']);
});

it('the same two days swapped again say one thing each', () => {
  const swap = { off: '2026-08-31', worked: '2026-08-22', name: 'Hoán đổi' };
  const twice = toSwapped(toSwapped(calendar, swap), swap);
  expect([twice.daysOff.length, twice.workingDays.length]).toEqual([2, 1]);
});
