import type { DossierSnapshot, FieldReader } from '@motcua/contracts';
import { readHolder, readZone, type Place } from './read-place.ts';
import type { SideEvent } from './side-event.ts';

export type Said = Place & Pick<DossierSnapshot, 'dossierId' | 'procedure' | 'field'>;

/** What every event of a side stream says of its dossier, from the event's `data`. Throws an Error that says what is wrong. */
export const readSideEvent = (data: FieldReader<Said>): SideEvent => ({
  dossierId: data.uuid('dossierId'),
  holder: readHolder(data.only<keyof Place>()),
  timeZone: readZone(data.only<keyof Place>()),
  procedure: data.text('procedure'),
  field: data.text('field'),
});
