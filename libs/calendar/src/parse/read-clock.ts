import { toDayNumber } from '../local-date.ts';
import { readText, UnreadableCalendar } from './reading.ts';

/** `YYYY-MM-DD` → day number. */
export function readDate(value: unknown, where: string): number {
  const text = readText(value, where);
  const day = toDayNumber(text);
  if (!Number.isNaN(day)) return day;
  throw new UnreadableCalendar('calendar.date-invalid', `${where} is "${text}", which is no date; write it as 2026-09-02.`);
}

/** `HH:MM` or `HH:MM:SS` → seconds after midnight, `24:00` = 86,400. */
export function readClock(value: unknown, where: string): number {
  const text = readText(value, where);
  const [, hours, minutes, seconds = '0'] = /^(\d{2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total <= 86_400) return total;
  throw new UnreadableCalendar('calendar.time-invalid', `${where} is "${text}", which is no time of day; write it as 07:30.`);
}
