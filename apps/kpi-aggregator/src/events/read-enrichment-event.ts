import type { EnrichmentEvent } from './enrichment-event.ts';
import { readResponsibleUnit, readZone } from './read-unit-placement.ts';
import type { Reader } from './reader.ts';

/** What every event of a enrichment stream says of its dossier, from the event's `data`. Throws an Error that says what is wrong. */
export const readEnrichmentEvent = (data: Reader): EnrichmentEvent => ({
  dossierId: data.uuid('dossierId'),
  responsibleUnit: readResponsibleUnit(data),
  timeZone: readZone(data),
  procedure: data.text('procedure'),
  field: data.text('field'),
});
