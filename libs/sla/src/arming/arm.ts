import { workingMinutesBetween } from '@motcua/calendar';
import type { ArmedClock, ClockTarget } from '../armed-clock.ts';
import { findRule } from '../clock-rules.ts';
import { toLadder } from '../rungs/to-ladder.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Cause, Instant } from '../vocabulary.ts';
import { isSameTarget } from './is-same-target.ts';
import { toSchedule } from './to-schedule.ts';

/** A breach that had been told is over. */
export interface Recovery {
  /** closed: what the clock waited for was done; re-dated: it runs to a later moment, or stands. */
  readonly by: 'closed' | 're-dated';
  readonly breachedDue: Instant;
  /** null: closed, or it stands. */
  readonly newDue: Instant | null;
  /** Working minutes it was late; 0 where it was closed in time and this was learnt late. */
  readonly lateMinutes: number;
}

export interface Arming {
  readonly clock: ArmedClock;
  /** false: the target is what the clock runs to already, and `clock` is the previous one. */
  readonly changed: boolean;
  readonly recovered: Recovery | null;
}

/**
 * Makes the next generation of a clock, or none where nothing changed. What an earlier generation told or might have told is not told
 * again: a new one warns of nothing up to the event that made it, and of a breach told before only if the due moment moved past it.
 */
export function arm(previous: ArmedClock | undefined, target: ClockTarget, event: Cause, surroundings: Surroundings): Arming {
  if (previous !== undefined && isSameTarget(previous, target, event))
    return { clock: previous, changed: false, recovered: null };

  // A late-learnt event does not turn a clock back: what could be told up to the newest one is not told again.
  const armedAt = Math.max(previous?.armedAt ?? -Infinity, event.occurredAt);
  const told = findTold(previous);
  const isStillBreached = told !== null && isBreachedStill(told, target, armedAt);
  const rule = findRule(surroundings, target.clock);
  const ladder = rule === undefined ? [] : toLadder(target, rule, surroundings.calendar);
  const clock: ArmedClock = {
    ...target,
    generation: (previous?.generation ?? 0) + 1,
    armedAt,
    because: event.name,
    schedule: toSchedule(ladder, armedAt, isStillBreached),
    breachedAt: isStillBreached ? told.breachedAt : findClosedLate(target),
  };
  const recovered = told === null || isStillBreached ? null : toRecovery(told, target, armedAt, surroundings);
  return { clock, changed: true, recovered };
}

interface ToldBreach {
  readonly breachedAt: Instant;
  readonly due: Instant;
  readonly step: string | null;
}

/** A breach is told by the timer while the clock runs; the mark on a closed clock is a fact that alerted nobody, or is over. */
function findTold(previous: ArmedClock | undefined): ToldBreach | null {
  if (previous?.state !== 'running' || previous.breachedAt === null || previous.due === null) return null;
  return { breachedAt: previous.breachedAt, due: previous.due, step: previous.step };
}

function isBreachedStill({ breachedAt, step }: ToldBreach, target: ClockTarget, armedAt: Instant): boolean {
  if (target.state !== 'running' || target.lateFrom === null || target.step !== step) return false;
  return target.lateFrom <= Math.max(armedAt, breachedAt);
}

const findClosedLate = ({ closedAt, lateFrom }: ClockTarget): Instant | null =>
  closedAt !== null && lateFrom !== null && closedAt >= lateFrom ? lateFrom : null;

function toRecovery(told: ToldBreach, target: ClockTarget, armedAt: Instant, { calendar }: Surroundings): Recovery {
  const isNextStep = target.step !== told.step && target.state !== 'closed';
  const by = target.state === 'closed' || isNextStep ? 'closed' : 're-dated';
  const over = target.closedAt ?? (isNextStep ? target.startedAt : armedAt);
  const lateMinutes = workingMinutesBetween(calendar, told.due, over);
  return { by, breachedDue: told.due, newDue: by === 'closed' ? null : target.due, lateMinutes };
}
