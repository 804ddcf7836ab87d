import type { ClockContext } from '../clock-context.ts';
import { findRule } from '../clock-rules.ts';
import { toEscalationSteps } from '../escalation/to-escalation-steps.ts';
import type { ScheduledClock, ScheduledEscalation } from '../scheduled-clock.ts';
import type { Cause, SlaClock } from '../vocabulary.ts';
import { retire } from '../targets/retire.ts';
import { isSameTarget } from './is-same-target.ts';
import { findAlerted, toRecovery } from './recovery.ts';
import { scheduleClock, type Scheduling } from './schedule-clock.ts';

/**
 * The clocks after an event was taken back: each runs to what it ran to before that event, and fires what it had not fired by then. A clock
 * that the event alone had started is closed.
 *
 * @param before as they were when the event that is taken back was learnt
 */
export function restoreClocks(
  current: ReadonlyMap<SlaClock, ScheduledClock>,
  before: ReadonlyMap<SlaClock, ScheduledClock>,
  event: Cause,
  clockContext: ClockContext,
): Scheduling[] {
  return [...current.values()].map((clock) => {
    const known = before.get(clock.clock);
    return known === undefined
      ? scheduleClock(clock, retire(clock, event), event, clockContext)
      : restoreClock(clock, known, event, clockContext);
  });
}

function restoreClock(current: ScheduledClock, before: ScheduledClock, event: Cause, clockContext: ClockContext): Scheduling {
  if (isSameTarget(current, before, event)) return { clock: current, changed: false, recovered: null };
  const alerted = findAlerted(current);
  const breach = findAlerted(before);
  const isSameBreach = alerted !== null && alerted.breachedAt === breach?.breachedAt;
  // That the breach was over has been told with the event that is taken back: it is told anew.
  const isBreachedAnew = breach !== null && !isSameBreach;
  const scheduledAt = Math.max(current.scheduledAt, event.occurredAt);
  const clock: ScheduledClock = {
    ...before,
    generation: current.generation + 1,
    scheduledAt,
    because: event.name,
    schedule: isBreachedAnew ? [...listBreaches(before, clockContext), ...before.schedule] : before.schedule,
    breachedAt: isBreachedAnew ? null : before.breachedAt,
  };
  const recovered = alerted === null || isSameBreach ? null : toRecovery(alerted, before, scheduledAt, clockContext);
  return { clock, changed: true, recovered };
}

function listBreaches(before: ScheduledClock, clockContext: ClockContext): readonly ScheduledEscalation[] {
  const rule = findRule(clockContext, before.clock);
  if (rule === undefined) return [];
  return toEscalationSteps(before, rule, clockContext.calendar).filter(({ kind }) => kind === 'breach');
}
