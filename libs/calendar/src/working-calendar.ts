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

/**
 * The latest working minute with exactly `minutes` (≥ 1) working minutes in `[it, at)`, `at` cut to its minute: 210 minutes before
 * 17:00 are 13:30, not 11:30. Throws RangeError outside 1900–2499.
 */
export function workingMinutesBefore(calendar: WorkingCalendar, at: Instant, minutes: number): Instant {
  return within(calendar.table.retreat(toMinute(at) / MINUTE_MS, minutes)) * MINUTE_MS;
}

/**
 * The n-th (n ≥ 1) working day before the date of `at`, at the clock time of `at` cut to its minute; where that is not working time,
 * the next working minute. Throws RangeError outside 1900–2499.
 */
export function workingDaysBefore({ table }: WorkingCalendar, at: Instant, days: number): Instant {
  const minute = toMinute(at) / MINUTE_MS;
  const day = within(table.workingDayBefore(table.dayOf(minute), days));
  return within(table.nextWorking(table.atClock(day, table.clockOf(minute)))) * MINUTE_MS;
}

/**
 * The opening of the working day that opened last: that of the date of `at` once it has opened, else that of the working day before.
 * Throws RangeError outside 1900–2499.
 */
export function lastDayOpening({ table }: WorkingCalendar, at: Instant): Instant {
  const minute = toMinute(at) / MINUTE_MS;
  const day = within(table.dayOf(minute));
  const today = table.isWorkingDay(day) ? openingOf(table, day) : Infinity;
  return (today <= minute ? today : openingOf(table, within(table.workingDayBefore(day, 1)))) * MINUTE_MS;
}

const openingOf = (table: DayTable, day: number): number => within(table.nextWorking(table.atClock(day, 0)));

/** Whether somebody can be asked to come at the minute of `at`: it is working time, or the minute at which a period closes. */
export function isOfficeMoment(calendar: WorkingCalendar, at: Instant): boolean {
  return isWorkingTime(calendar, at) || isWorkingTime(calendar, toMinute(at) - MINUTE_MS);
}

/** The office's moments that lie nearest to one that is none: the close before it and the opening after it. */
export function nearestOfficeMoments(
  calendar: WorkingCalendar,
  at: Instant,
): { readonly before: Instant; readonly after: Instant } {
  return { before: workingMinutesBefore(calendar, at, 1) + MINUTE_MS, after: nextWorkingMinute(calendar, at) };
}

/** The first working minute after the local date of `at`. Throws RangeError outside 1900–2499. */
export function nextDayOpening({ table }: WorkingCalendar, at: Instant): Instant {
  return within(table.nextWorking(table.atClock(table.dayOf(toMinute(at) / MINUTE_MS) + 1, 0))) * MINUTE_MS;
}

/** Whether working time can be counted at `at`: between 1900 and 2499. */
export const reaches = ({ table }: WorkingCalendar, at: Instant): boolean => !Number.isNaN(table.dayOf(toMinute(at) / MINUTE_MS));

function within(value: number): number {
  if (Number.isNaN(value)) throw new RangeError('The calendar reaches from 1900 to 2499, and no working time lies ahead there.');
  return value;
}
