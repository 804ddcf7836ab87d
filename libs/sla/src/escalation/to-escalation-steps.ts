import { nextWorkingMinute, workingMinutesBetween, type WorkingCalendar } from '@motcua/calendar';
import type { ClockTarget, ScheduledEscalation } from '../scheduled-clock.ts';
import type { ClockRule, Instant } from '../vocabulary.ts';
import { findEscalationMoment, type RunningTarget } from './escalation-moment.ts';

const heights = { before: 0, breach: 1, after: 2 } as const;

/**
 * Every escalation step of a clock that runs, in the order it is reached; of equal moments the higher comes later. A warning that would come
 * before there was working time, or not before due, has no place. Empty where the clock stands or is closed.
 */
export function toEscalationSteps(
  target: ClockTarget,
  rule: ClockRule,
  calendar: WorkingCalendar,
): readonly ScheduledEscalation[] {
  const running = toRunning(target);
  if (running === undefined) return [];
  const begins = nextWorkingMinute(calendar, running.startedAt);
  const escalations = rule.rungs.flatMap((escalation): readonly ScheduledEscalation[] => {
    const at = findEscalationMoment(escalation.at, running, calendar);
    const kind = escalation.at.kind === 'share' ? 'before' : escalation.at.kind;
    if (at === undefined || (kind === 'before' && (at <= begins || at >= running.due))) return [];
    return [{ rung: escalation.id, at, kind, remainingMinutes: countRemaining(calendar, at, running.due) }];
  });
  return escalations.sort((left, right) => left.at - right.at || heights[left.kind] - heights[right.kind]);
}

function toRunning(target: ClockTarget): RunningTarget | undefined {
  const { state, startedAt, due, lateFrom, limitMinutes } = target;
  return state === 'running' && due !== null && limitMinutes !== null ? { startedAt, due, lateFrom, limitMinutes } : undefined;
}

export function countRemaining(calendar: WorkingCalendar, at: Instant, due: Instant): number {
  return at <= due ? workingMinutesBetween(calendar, at, due) : 0 - workingMinutesBetween(calendar, due, at);
}
