import type { DossierRow } from '../dossiers/dossier-row.ts';
import { toDossierSlaEvent, toIso, type EventRow } from '../outbox/sla-events.ts';
import type { StoredCause } from './cause.store.ts';

/** A overdue cause as it is published; the reason in words stays here. */
export function toOverdueJudgedEvent(row: DossierRow, overdueCause: StoredCause): EventRow {
  const { judgement, cause, overdueSince, rule, explanation, judgedBy, judgedAt, reasonCode } = overdueCause;
  return toDossierSlaEvent('overdue-judged', row, {
    id: `overdue/${judgement}`,
    at: judgedAt,
    data: { judgement, cause, overdueSince: toIso(overdueSince), rule, explanation, judgedBy, reasonCode },
  });
}
