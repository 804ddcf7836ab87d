import type { DossierRow } from '../following/dossier-row.ts';
import { toDossierSlaEvent, toIso, type EventRow } from '../events/sla-events.ts';
import type { StoredVerdict } from './verdict.store.ts';

/** A verdict as it is published; the reason in words stays here. */
export function toJudgedEvent(row: DossierRow, verdict: StoredVerdict): EventRow {
  const { judgement, cause, overdueSince, rule, explanation, judgedBy, judgedAt, reasonCode } = verdict;
  return toDossierSlaEvent('overdue-judged', row, {
    id: `overdue/${judgement}`,
    at: judgedAt,
    data: { judgement, cause, overdueSince: toIso(overdueSince), rule, explanation, judgedBy, reasonCode },
  });
}
