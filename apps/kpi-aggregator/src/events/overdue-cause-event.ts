import type { OverdueCause } from '@motcua/indicators';
import type { EnrichmentEvent } from './enrichment-event.ts';

/** What the projection takes from `overdue-judged`: the overdue cause that holds now. */
export interface OverdueCauseEvent extends EnrichmentEvent {
  /** Grows with every overdue cause of the dossier. */
  readonly judgement: number;
  /** null: the overdue cause was taken back. */
  readonly overdueCause: OverdueCause | null;
}
