import type { ScheduledClock, ClockTarget } from '../scheduled-clock.ts';
import { findRule } from '../clock-rules.ts';
import { toEscalationSteps } from '../escalation/to-escalation-steps.ts';
import type { ClockContext } from '../clock-context.ts';
import type { Cause, Instant } from '../vocabulary.ts';
import { findAlerted, toRecovery, type AlertedBreach, type Recovery } from './recovery.ts';
import { isSameTarget } from './is-same-target.ts';
import { toSchedule } from './to-schedule.ts';

export interface Scheduling {
  readonly clock: ScheduledClock;
  /** false: the target is what the clock runs to already, and `clock` is the previous one. */
  readonly changed: boolean;
  readonly recovered: Recovery | null;
}

/**
 * Makes the next generation of a clock, or none where nothing changed. What an earlier generation fired or might have fired is not fired
 * again: a new one warns of nothing up to the event that made it, and of a breach fired before only if the due moment moved past it.
 */
export function scheduleClock(
  previous: ScheduledClock | undefined,
  target: ClockTarget,
  event: Cause,
  clockContext: ClockContext,
): Scheduling {
  if (previous !== undefined && isSameTarget(previous, target, event))
    return { clock: previous, changed: false, recovered: null };

  // A late-learnt event does not turn a clock back: what could be fired up to the newest one is not fired again.
  const scheduledAt = Math.max(previous?.scheduledAt ?? -Infinity, event.occurredAt);
  const alerted = findAlerted(previous);
  const isStillBreached = alerted !== null && isBreachedStill(alerted, target, scheduledAt);
  const rule = findRule(clockContext, target.clock);
  const policy = rule === undefined ? [] : toEscalationSteps(target, rule, clockContext.calendar);
  const clock: ScheduledClock = {
    ...target,
    generation: (previous?.generation ?? 0) + 1,
    scheduledAt,
    because: event.name,
    schedule: toSchedule(policy, scheduledAt, isStillBreached),
    breachedAt: isStillBreached ? alerted.breachedAt : findClosedLate(target),
  };
  const recovered = alerted === null || isStillBreached ? null : toRecovery(alerted, target, scheduledAt, clockContext);
  return { clock, changed: true, recovered };
}

function isBreachedStill({ breachedAt, step }: AlertedBreach, target: ClockTarget, scheduledAt: Instant): boolean {
  if (target.state !== 'running' || target.lateFrom === null || target.step !== step) return false;
  return target.lateFrom <= Math.max(scheduledAt, breachedAt);
}

const findClosedLate = ({ closedAt, lateFrom }: ClockTarget): Instant | null =>
  closedAt !== null && lateFrom !== null && closedAt >= lateFrom ? lateFrom : null;
