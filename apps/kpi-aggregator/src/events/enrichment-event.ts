import type { DossierSnapshot, FieldReader } from '@motcua/contracts';
import type { ResponsibleUnit } from '@motcua/indicators';
import { readResponsibleUnit, readZone, type Place } from './read-unit-placement.ts';

/** An event of a stream beside the dossier's own, and where it waits if none of the dossier's events has come. */
export interface EnrichmentEvent {
  readonly dossierId: string;
  /** Whose dossier it is. */
  readonly responsibleUnit: ResponsibleUnit;
  readonly timeZone: string;
  readonly procedure: string;
  readonly field: string;
}

export type Overrides = Place & Pick<DossierSnapshot, 'dossierId' | 'procedure' | 'field'>;

/** What every event of an enrichment stream says of its dossier, from the event's `data`. Throws an Error that says what is wrong. */
export const readEnrichmentEvent = (data: FieldReader<Overrides>): EnrichmentEvent => ({
  dossierId: data.uuid('dossierId'),
  responsibleUnit: readResponsibleUnit(data.only<keyof Place>()),
  timeZone: readZone(data.only<keyof Place>()),
  procedure: data.text('procedure'),
  field: data.text('field'),
});
