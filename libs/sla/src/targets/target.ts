import type { ClockContext } from '../clock-context.ts';
import type { ScheduledClock, ClockTarget } from '../scheduled-clock.ts';
import type { Cause, Instant, SlaClock, SlaDossier } from '../vocabulary.ts';
import { lateFromMinute } from './late-from.ts';
import { officeMinutes } from './office-minutes.ts';

/** All that a clock's target follows from. */
export interface TargetContext {
  readonly dossier: SlaDossier;
  readonly previous: ReadonlyMap<SlaClock, ScheduledClock>;
  readonly event: Cause;
  readonly clockContext: ClockContext;
}

export interface RunningInterval {
  readonly clock: SlaClock;
  readonly startedAt: Instant;
  /** null: it stands, unless it is closed. */
  readonly due: Instant | null;
  /** Absent: a minute after a due minute of ours. */
  readonly lateFrom?: Instant | null;
  readonly originalDue?: Instant | null;
  readonly closedAt: Instant | null;
  readonly step?: string | null;
  /** Where the limit was counted afresh; absent: at the start. */
  readonly countedFrom?: Instant;
}

export function toTarget(span: RunningInterval, { dossier, clockContext }: TargetContext): ClockTarget {
  const { clock, startedAt, due, closedAt, originalDue = null, step = null } = span;
  const { lateFrom = due === null ? null : lateFromMinute(due), countedFrom = startedAt } = span;
  const state = closedAt !== null ? 'closed' : due === null ? 'paused' : 'running';
  const limitMinutes = due === null ? null : officeMinutes(clockContext.calendar, countedFrom, due, dossier.pauses);
  return { clock, state, startedAt, due, originalDue, lateFrom, limitMinutes, closedAt, step };
}

/** When a clock was closed: what closed it first stays, whatever is learnt later and in whatever order. */
export function earliest(...moments: readonly (Instant | null | undefined)[]): Instant | null {
  const known = moments.filter((moment) => moment !== null && moment !== undefined);
  return known.length === 0 ? null : Math.min(...known);
}
