import type { ScheduledRung } from '../armed-clock.ts';
import type { Instant } from '../vocabulary.ts';

/** What fires at a moment: the highest rung reached. */
export type Folded<Rung> = Rung & {
  /** The lower rungs it stands in for, lowest first. */
  readonly folded: readonly string[];
  /** What is still to come. */
  readonly rest: readonly Rung[];
};

/** Folds the rungs reached by `now` into the highest, which is the last of them; undefined: none is reached. */
export function foldDue<Rung extends Pick<ScheduledRung, 'rung' | 'at'>>(
  schedule: readonly Rung[],
  now: Instant,
): Folded<Rung> | undefined {
  const count = schedule.findLastIndex(({ at }) => at <= now) + 1;
  const reached = schedule[count - 1];
  if (reached === undefined) return undefined;
  return { ...reached, folded: schedule.slice(0, count - 1).map(({ rung }) => rung), rest: schedule.slice(count) };
}
