import type { Instant } from '../instant.ts';
import type { Span } from './span.ts';

/** Why a dossier was, or was shown, overdue. */
export const overdueCauses = ['real', 'sync-lag', 'late-click', 'waiting-citizen', 'configuration', 'calendar'] as const;
export type OverdueCause = (typeof overdueCauses)[number];

/** The verdict on an overdue dossier; one that was taken back is none. */
export interface Verdict {
  readonly cause: OverdueCause;
  /** The due moment that passed. */
  readonly overdueSince: Instant;
}

/**
 * Puts the verdict on the span in which the due moment passed, so that it counts for the unit that was responsible then; whoever is
 * responsible later is not blamed. One that passed before the receipt is the first unit's, one after the end (ended in time, learnt late) the last one's.
 */
export function judgeSpans(spans: readonly Span[], verdict: Verdict | null): readonly Span[] {
  const judged = verdict === null ? -1 : Math.max(findSpanAt(spans, verdict.overdueSince), 0);
  return spans.map((span, index) => {
    const [cause, judgedAt] = verdict === null || index !== judged ? [null, null] : [verdict.cause, verdict.overdueSince];
    return { ...span, cause, judgedAt };
  });
}

const findSpanAt = (spans: readonly Span[], at: Instant): number =>
  spans.findLastIndex(({ openFrom }) => openFrom !== null && openFrom <= at);
