import type { SideEvent } from './side-event.ts';
import { readHolder, readZone } from './read-place.ts';
import type { Reader } from './reader.ts';

/** What every event of a side stream says of its dossier, from the event's `data`. Throws an Error that says what is wrong. */
export const readSideEvent = (data: Reader): SideEvent => ({
  dossierId: data.uuid('dossierId'),
  holder: readHolder(data),
  timeZone: readZone(data),
  procedure: data.text('procedure'),
  field: data.text('field'),
});
