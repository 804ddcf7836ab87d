import type { ScheduledEscalation } from '../scheduled-clock.ts';
import type { Instant } from '../vocabulary.ts';

/** What fires at a moment: the highest escalation step reached. */
export type Coalesced<EscalationStep> = EscalationStep & {
  /** The lower escalation steps it stands in for, lowest first. */
  readonly folded: readonly string[];
  /** What is still to come. */
  readonly rest: readonly EscalationStep[];
};

/** Folds the escalation steps reached by `now` into the highest, which is the last of them; undefined: none is reached. */
export function coalesceDue<EscalationStep extends Pick<ScheduledEscalation, 'rung' | 'at'>>(
  schedule: readonly EscalationStep[],
  now: Instant,
): Coalesced<EscalationStep> | undefined {
  const count = schedule.findLastIndex(({ at }) => at <= now) + 1;
  const reached = schedule[count - 1];
  if (reached === undefined) return undefined;
  return {
    ...reached,
    folded: schedule.slice(0, count - 1).map(({ rung: escalation }) => escalation),
    rest: schedule.slice(count),
  };
}
