import type { Documents } from '@motcua/indicators';
import type { EnrichmentEvent } from './enrichment-event.ts';

/** What the projection takes from any digitization event: the documents as they are after it. */
export interface DigitizationEvent extends EnrichmentEvent {
  /** Grows with every digitization event of the dossier. */
  readonly digitizationVersion: number;
  readonly documents: Documents;
}
