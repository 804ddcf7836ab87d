import { dueMoment, workingDaysBefore, workingMinutesBefore, type WorkingCalendar } from '@motcua/calendar';
import type { Instant, Limit, EscalationMoment } from '../vocabulary.ts';

const DAY_MS = 86_400_000;

export interface RunningTarget {
  readonly startedAt: Instant;
  readonly due: Instant;
  readonly lateFrom: Instant | null;
  readonly limitMinutes: number;
}

/** When an escalation step of a clock that runs is reached; undefined: never. */
export function findEscalationMoment(
  moment: EscalationMoment,
  target: RunningTarget,
  calendar: WorkingCalendar,
): Instant | undefined {
  switch (moment.kind) {
    case 'share':
      return minutesBefore(calendar, target.due, findMinutesLeft(moment.of, target.limitMinutes));
    case 'before':
      return before(calendar, target.due, moment.limit);
    case 'breach':
      return target.lateFrom ?? undefined;
    case 'after':
      return target.lateFrom === null ? undefined : after(calendar, target.due, moment.limit);
  }
}

/** The first minute at which at least this share of the limit has gone by. A share is written in decimals, of which 1 − 0.8 makes 0.1999…. */
function findMinutesLeft(of: number, limitMinutes: number): number {
  return Math.floor(limitMinutes * (1 - of) + 1e-6);
}

function before(calendar: WorkingCalendar, due: Instant, { amount, unit }: Limit): Instant | undefined {
  if (amount === 0) return undefined;
  switch (unit) {
    case 'working-hour':
      return minutesBefore(calendar, due, amount * 60);
    case 'working-day':
      return workingDaysBefore(calendar, due, amount);
    case 'calendar-day':
      return due - amount * DAY_MS;
  }
}

function minutesBefore(calendar: WorkingCalendar, due: Instant, minutes: number): Instant | undefined {
  return minutes === 0 ? undefined : workingMinutesBefore(calendar, due, minutes);
}

/** Counted as a limit that starts at due: 1 working day after Friday 10:00 is Monday 10:00, after Friday 17:00 Tuesday 07:30. */
function after(calendar: WorkingCalendar, due: Instant, limit: Limit): Instant | undefined {
  const found = dueMoment(calendar, { receivedAt: due, limit });
  return found.ok && found.dueAt !== null ? found.dueAt : undefined;
}
