import type { DossierSnapshot, FieldReader } from '@motcua/contracts';
import { readResponsibleUnit, readZone, type Place } from './read-unit-placement.ts';
import type { EnrichmentEvent } from './enrichment-event.ts';

export type Overrides = Place & Pick<DossierSnapshot, 'dossierId' | 'procedure' | 'field'>;

/** What every event of a enrichment stream says of its dossier, from the event's `data`. Throws an Error that says what is wrong. */
export const readEnrichmentEvent = (data: FieldReader<Overrides>): EnrichmentEvent => ({
  dossierId: data.uuid('dossierId'),
  responsibleUnit: readResponsibleUnit(data.only<keyof Place>()),
  timeZone: readZone(data.only<keyof Place>()),
  procedure: data.text('procedure'),
  field: data.text('field'),
});
