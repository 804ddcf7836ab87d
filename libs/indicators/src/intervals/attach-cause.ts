import type { Instant } from '../instant.ts';
import type { OverdueCause } from './overdue-cause.ts';
import type { ResponsibilityInterval } from './responsibility-interval.ts';

/**
 * Puts the overdue cause of the responsibility interval in which the due moment passed, so that it counts for the unit that was responsible then; whoever is
 * responsible later is not blamed. One that passed before the receipt is the first unit's, one after the end (ended in time, learnt late) the last one's.
 */
export function attachCause(
  intervals: readonly ResponsibilityInterval[],
  overdueCause: OverdueCause | null,
): readonly ResponsibilityInterval[] {
  const classified = overdueCause === null ? -1 : Math.max(findIntervalAt(intervals, overdueCause.overdueSince), 0);
  return intervals.map((interval, index) => {
    const [cause, judgedAt] =
      overdueCause === null || index !== classified ? [null, null] : [overdueCause.cause, overdueCause.overdueSince];
    return { ...interval, cause, judgedAt };
  });
}

const findIntervalAt = (intervals: readonly ResponsibilityInterval[], at: Instant): number =>
  intervals.findLastIndex(({ openFrom }) => openFrom !== null && openFrom <= at);
