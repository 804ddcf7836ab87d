import type { CalendarDocument } from './calendar-document.ts';
import type { DayPlan } from './days/day-plan.ts';
import type { DayTable } from './days/day-table.ts';
import { MINUTE_MS, toMinute, type Instant } from './instant.ts';

/** A parsed and compiled calendar. Make it once and keep it: its tables grow as dates are asked for. */
export interface WorkingCalendar {
  readonly id: string;
  readonly version: number;
  readonly timeZone: string;
  readonly document: CalendarDocument;
  readonly plan: DayPlan;
  readonly table: DayTable;
}

/** Working minutes in `[from, to)`, both cut to whole minutes; 0 where `to` is not after `from`. Throws RangeError outside 1900–2499. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  const [start, end] = [toMinute(from) / MINUTE_MS, toMinute(to) / MINUTE_MS];
  return end <= start ? 0 : within(calendar.table.workedBetween(start, end));
}

/** Whether the minute of `at` is working time. Throws RangeError outside 1900–2499. */
export function isWorkingTime(calendar: WorkingCalendar, at: Instant): boolean {
  return within(calendar.table.nextWorking(toMinute(at) / MINUTE_MS)) * MINUTE_MS === toMinute(at);
}

/** The first working minute at or after `at` cut to its minute. Throws RangeError outside 1900–2499, or if none follows. */
export function nextWorkingMinute(calendar: WorkingCalendar, at: Instant): Instant {
  return within(calendar.table.nextWorking(toMinute(at) / MINUTE_MS)) * MINUTE_MS;
}

function within(value: number): number {
  if (Number.isNaN(value)) throw new RangeError('The calendar reaches from 1900 to 2499, and no working time lies ahead there.');
  return value;
}
