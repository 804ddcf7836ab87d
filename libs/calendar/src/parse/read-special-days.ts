import type { SpecialDay } from '../days/day-plan.ts';
import { fromDayNumber } from '../local-date.ts';
import { readDate } from './read-clock.ts';
import { readPeriods } from './read-periods.ts';
import { readList, readRecord, readText, UnreadableCalendar } from './reading.ts';

/** Day number → name. Two holidays may fall on one date (30 April 2042): both names are kept. */
export function readDaysOff(value: unknown): ReadonlyMap<number, string> {
  const days = new Map<number, string>();
  readList(value, 'daysOff').forEach((entry, index) => {
    const where = `daysOff[${index}]`;
    const { date, name } = readRecord(entry, where);
    const day = readDate(date, `${where}.date`);
    const known = days.get(day);
    const text = readName(name, `${where}.name`);
    days.set(day, known === undefined ? text : `${known}; ${text}`);
  });
  return days;
}

/** Day number → its own periods; an empty list of periods is a day without work. */
export function readWorkingDays(value: unknown): ReadonlyMap<number, SpecialDay> {
  const days = new Map<number, SpecialDay>();
  readList(value, 'workingDays').forEach((entry, index) => {
    const where = `workingDays[${index}]`;
    const { date, name, periods } = readRecord(entry, where);
    const day = readDate(date, `${where}.date`);
    if (days.has(day)) {
      throw new UnreadableCalendar('calendar.document-invalid', `${where} names ${fromDayNumber(day)} a second time.`);
    }
    days.set(day, { name: readName(name, `${where}.name`), periods: readPeriods(periods, `${where}.periods`) });
  });
  return days;
}

function readName(value: unknown, where: string): string {
  return value === undefined || value === '' ? '' : readText(value, where);
}
