import { expect, it } from '@jest/globals';
import { summarize, toCalendar, toShownDays } from './to-calendar.ts';

const figure = (value: number) => ({ version: 1, numerator: null, denominator: null, value });
const rows = [
  { key: '2022-02-28', indicators: { received: figure(4), 'open.overdue': figure(1) } },
  { key: '2022-03-01', indicators: { received: figure(7), 'open.overdue': figure(2) } },
];

it('lays days out by month, each where it stands in a calendar', () => {
  const [february, march, ...more] = toCalendar(rows, { from: '2022-02-27', to: '2022-03-02' }, 'received', '2026-11-28');
  expect(more).toEqual([]);
  expect(february?.days).toHaveLength(31);
  expect(february?.days.slice(25)).toEqual([
    undefined,
    { date: '2022-02-27', count: 0 },
    { date: '2022-02-28', count: 4 },
    undefined,
    undefined,
    undefined,
  ]);
  expect(march?.days.slice(0, 3)).toEqual([{ date: '2022-03-01', count: 7 }, { date: '2022-03-02', count: 0 }, undefined]);
});

it('has no day that is still to come', () => {
  const [month] = toCalendar(rows, { from: '2022-02-28', to: '2022-12-31' }, 'open.overdue', '2022-02-28');
  expect(month?.days.filter((day) => day !== undefined)).toEqual([{ date: '2022-02-28', count: 1 }]);
  expect(toCalendar(rows, { from: '2022-03-01', to: '2022-12-31' }, 'received', '2022-02-28')).toEqual([]);
});

it('is summed up by its largest day, the first of two as large', () => {
  expect(summarize(toCalendar(rows, { from: '2022-02-01', to: '2022-03-31' }, 'received', '2026-11-28'))).toEqual({
    most: { date: '2022-03-01', count: 7 },
    days: 2,
  });
  expect(summarize(toCalendar([], { from: '2022-02-01', to: '2022-03-31' }, 'received', '2026-11-28'))).toBeUndefined();
});

it('shows the last year of what is longer', () => {
  expect(toShownDays({ from: '2015-01-01', to: '2022-10-31' })).toEqual({ from: '2021-10-31', to: '2022-10-31' });
  expect(toShownDays({ from: '2022-01-01', to: '2022-10-31' })).toEqual({ from: '2022-01-01', to: '2022-10-31' });
});
