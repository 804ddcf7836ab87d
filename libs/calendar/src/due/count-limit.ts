import { MINUTE_MS, type Instant } from '../instant.ts';
import { nextWorkingMinute, type WorkingCalendar } from '../working-calendar.ts';
import type { Limit } from './due-request.ts';

/** Where a count stands: minutes since the epoch, `unrolled` a day number (calendar days only). `NaN`: cannot be met. */
export interface Count {
  start: number;
  due: number;
  unrolled: number;
  /** Set once an open pause counts: there is no due moment, and nothing that follows can make one. */
  open: boolean;
}

/** Rules 1 to 5: the start and the due moment of a limit whose clock is set off at `from`. */
export function countLimit(calendar: WorkingCalendar, limit: Limit, from: number, count: Count): void {
  const { table } = calendar;
  const start = table.nextWorking(from);
  count.start = start;
  switch (limit.unit) {
    case 'working-hour':
      count.due = table.advance(start, limit.amount * 60);
      return;
    case 'calendar-day':
      count.unrolled = table.dayOf(start) + limit.amount;
      count.due = rollToLastClose(calendar, count.unrolled);
      return;
    case 'working-day':
      count.due = limit.amount === 0 ? sameDayDue(calendar, start) : workingDaysDue(calendar, start, limit.amount);
  }
}

/** Rule 2: the n-th working day after the date of the start, at its clock time or the next working minute after that. */
function workingDaysDue({ table }: WorkingCalendar, start: number, days: number): number {
  const day = table.workingDayAfter(table.dayOf(start), days);
  return table.nextWorking(table.atClock(day, table.clockOf(start)));
}

/** Rule 3. */
function sameDayDue(calendar: WorkingCalendar, start: number): number {
  const { table } = calendar;
  const day = table.dayOf(start);
  return table.lastClose(isAtCutOff(calendar, start) ? table.workingDayAfter(day, 1) : day);
}

export function isAtCutOff({ table, plan }: WorkingCalendar, start: number): boolean {
  return table.clockOf(start) * 60 >= plan.cutOffSeconds;
}

/** Rule 5: rolled forward to a working day if it is none, at that day's last close. */
export function rollToLastClose({ table }: WorkingCalendar, day: number): number {
  return table.lastClose(table.workingDayFrom(day));
}

/** Whether what comes at `at` comes too late for the same day: its first working minute is the same-day cut-off or later. */
export function isAtSameDayCutOff(calendar: WorkingCalendar, at: Instant): boolean {
  return isAtCutOff(calendar, nextWorkingMinute(calendar, at) / MINUTE_MS);
}
