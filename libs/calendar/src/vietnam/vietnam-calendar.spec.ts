import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import { toDayNumber, weekdayIndex } from '../local-date.ts';
import { vietnamCalendar } from './vietnam-calendar.ts';

const years = [2021, 2022, 2023, 2024, 2025, 2026, 2027];
const isWeekday = (date: string): boolean => weekdayIndex(toDayNumber(date)) < 5;
const daysOffIn = (year: number): readonly string[] =>
  vietnamCalendar.daysOff.map(({ date }) => date).filter((date) => date.startsWith(`${year}-`));
const weekdaysOffIn = (year: number): readonly string[] =>
  daysOffIn(year)
    .filter(isWeekday)
    .map((date) => date.slice(5));
const isSwap = ({ name }: { name: string }): boolean => name.startsWith('Nghỉ hoán đổi');

/** Public holidays by another computation; Tết by the eve and the first day, whose surroundings are decided each year. */
function computedHolidays(year: number): readonly string[] {
  const isOnWeekdayOrFixed = (date: string, name: string): boolean => isWeekday(date) || !name.includes('Tết Nguyên Đán');
  return new Holidays('VN')
    .getHolidays(year, 'vi')
    .filter(({ type, date, name }) => type === 'public' && isOnWeekdayOrFixed(date.slice(0, 10), name))
    .map(({ date }) => date.slice(0, 10));
}

describe('the calendar of Vietnam', () => {
  it.each(years)('has every public holiday and lunar date of %i that date-holidays computes', (year) => {
    expect(daysOffIn(year)).toEqual(expect.arrayContaining([...computedHolidays(year)]));
  });

  it.each(years)('gives the days of the Labour Code in %i: 11, and 12 since 24 November is one, each on a weekday', (year) => {
    const given = vietnamCalendar.daysOff.filter((day) => day.date.startsWith(`${year}-`) && isWeekday(day.date) && !isSwap(day));
    expect(given).toHaveLength(year >= 2026 ? 12 : 11);
  });

  it('has the days that were decided', () => {
    expect(weekdaysOffIn(2022)).toEqual([
      '01-03',
      '01-31',
      '02-01',
      '02-02',
      '02-03',
      '02-04',
      '04-11',
      '05-02',
      '05-03',
      '09-01',
      '09-02',
    ]);
    expect(weekdaysOffIn(2024)).toEqual([
      '01-01',
      '02-08',
      '02-09',
      '02-12',
      '02-13',
      '02-14',
      '04-18',
      '04-29',
      '04-30',
      '05-01',
      '09-02',
      '09-03',
    ]);
    expect(weekdaysOffIn(2025)).toEqual([
      '01-01',
      '01-27',
      '01-28',
      '01-29',
      '01-30',
      '01-31',
      '04-07',
      '04-30',
      '05-01',
      '05-02',
      '09-01',
      '09-02',
    ]);
    expect(weekdaysOffIn(2026)).toEqual([
      '01-01',
      '01-02',
      '02-16',
      '02-17',
      '02-18',
      '02-19',
      '02-20',
      '04-27',
      '04-30',
      '05-01',
      '08-31',
      '09-01',
      '09-02',
      '11-24',
    ]);
  });

  it('works on the Saturdays that were swapped', () => {
    expect(vietnamCalendar.workingDays.map(({ date }) => date)).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']);
    expect(vietnamCalendar.daysOff.filter(isSwap).map(({ date }) => date)).toEqual([
      '2024-04-29',
      '2025-05-02',
      '2026-01-02',
      '2026-08-31',
    ]);
  });
});
