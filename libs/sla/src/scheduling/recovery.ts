import { workingMinutesBetween } from '@motcua/calendar';
import type { ClockContext } from '../clock-context.ts';
import type { ClockTarget, ScheduledClock } from '../scheduled-clock.ts';
import type { Instant } from '../vocabulary.ts';

/** A breach that had been announced is over. */
export interface Recovery {
  /** closed: what the clock waited for was done; re-dated: it runs to a later moment, or stands. */
  readonly by: 'closed' | 're-dated';
  readonly breachedDue: Instant;
  /** null: closed, or it stands. */
  readonly newDue: Instant | null;
  /** Working minutes it was late; 0 where it was closed in time and this was learnt late. */
  readonly lateMinutes: number;
}

export interface AlertedBreach {
  readonly breachedAt: Instant;
  readonly due: Instant;
  readonly step: string | null;
}

/** A breach is fired by the timer while the clock runs; the mark on a closed clock is a fact that alerted nobody, or is over. */
export function findAlerted(previous: ScheduledClock | undefined): AlertedBreach | null {
  if (previous?.state !== 'running' || previous.breachedAt === null || previous.due === null) return null;
  return { breachedAt: previous.breachedAt, due: previous.due, step: previous.step };
}

export function toRecovery(
  alerted: AlertedBreach,
  target: ClockTarget,
  scheduledAt: Instant,
  { calendar }: ClockContext,
): Recovery {
  const isNextStep = target.step !== alerted.step && target.state !== 'closed';
  const by = target.state === 'closed' || isNextStep ? 'closed' : 're-dated';
  const over = target.closedAt ?? (isNextStep ? target.startedAt : scheduledAt);
  const lateMinutes = workingMinutesBetween(calendar, alerted.due, over);
  return { by, breachedDue: alerted.due, newDue: by === 'closed' ? null : target.due, lateMinutes };
}
