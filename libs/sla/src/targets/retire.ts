import type { ClockTarget, ScheduledClock } from '../scheduled-clock.ts';
import type { Cause } from '../vocabulary.ts';

/** A clock that has no place any more is closed, without a moment it could be late from: what does not run cannot have run out. */
export function retire(known: ScheduledClock, { occurredAt }: Cause): ClockTarget {
  const { clock, startedAt, due, originalDue, limitMinutes, step } = known;
  const closedAt = known.state === 'closed' ? known.closedAt : occurredAt;
  const lateFrom = known.state === 'closed' ? known.lateFrom : null;
  return { clock, state: 'closed', startedAt, due, originalDue, lateFrom, limitMinutes, closedAt, step };
}
