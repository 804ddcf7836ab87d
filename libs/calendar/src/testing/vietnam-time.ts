import type { CalendarDocument } from '../calendar-document.ts';
import type { DueResult, Limit, Pause } from '../due/due-request.ts';
import type { Instant } from '../instant.ts';
import { parseCalendar } from '../parse/parse-calendar.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/** `2026-03-02 10:00[:30]` on a wall in Vietnam. March 2026 has no holiday; the 2nd is a Monday. */
export function at(text: string): Instant {
  return Date.parse(`${text.replace(' ', 'T')}+07:00`);
}

/** Back to the same writing, seconds only where there are any. */
export function toText(instant: Instant): string {
  const iso = new Date(instant + 7 * 3_600_000).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, instant % 60_000 === 0 ? 16 : 19)}`;
}

/** The due as text, `open` while there is none, or the code of the refusal. */
export function answerOf(due: DueResult): string {
  if (!due.ok) return due.error.code;
  return due.dueAt === null ? 'open' : toText(due.dueAt);
}

/** `from → to`, without an end it is open. */
export function paused(from: string, to?: string, rule?: 'subtract' | 'restart'): Pause {
  return { from: at(from), to: to === undefined ? null : at(to), ...(rule === undefined ? {} : { rule }) };
}

export const workingDays = (amount: number): Limit => ({ amount, unit: 'working-day' });
export const workingHours = (amount: number): Limit => ({ amount, unit: 'working-hour' });
export const calendarDays = (amount: number): Limit => ({ amount, unit: 'calendar-day' });
export const sameDay = workingDays(0);

export function getCalendar(document: CalendarDocument): WorkingCalendar {
  const parsed = parseCalendar(document);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.calendar;
}
