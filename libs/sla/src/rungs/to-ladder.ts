import { nextWorkingMinute, workingMinutesBetween, type WorkingCalendar } from '@motcua/calendar';
import type { ClockTarget, ScheduledRung } from '../armed-clock.ts';
import type { ClockRule, Instant } from '../vocabulary.ts';
import { findRungMoment, type RunningTarget } from './rung-moment.ts';

const heights = { before: 0, breach: 1, after: 2 } as const;

/**
 * Every rung of a clock that runs, in the order it is reached; of equal moments the higher comes later. A warning that would come
 * before there was working time, or not before due, has no place. Empty where the clock stands or is closed.
 */
export function toLadder(target: ClockTarget, rule: ClockRule, calendar: WorkingCalendar): readonly ScheduledRung[] {
  const running = toRunning(target);
  if (running === undefined) return [];
  const begins = nextWorkingMinute(calendar, running.startedAt);
  const rungs = rule.rungs.flatMap((rung): readonly ScheduledRung[] => {
    const at = findRungMoment(rung.at, running, calendar);
    const kind = rung.at.kind === 'share' ? 'before' : rung.at.kind;
    if (at === undefined || (kind === 'before' && (at <= begins || at >= running.due))) return [];
    return [{ rung: rung.id, at, kind, remainingMinutes: countRemaining(calendar, at, running.due) }];
  });
  return rungs.sort((left, right) => left.at - right.at || heights[left.kind] - heights[right.kind]);
}

function toRunning(target: ClockTarget): RunningTarget | undefined {
  const { state, startedAt, due, lateFrom, limitMinutes } = target;
  return state === 'running' && due !== null && limitMinutes !== null ? { startedAt, due, lateFrom, limitMinutes } : undefined;
}

export function countRemaining(calendar: WorkingCalendar, at: Instant, due: Instant): number {
  return at <= due ? workingMinutesBetween(calendar, at, due) : 0 - workingMinutesBetween(calendar, due, at);
}
