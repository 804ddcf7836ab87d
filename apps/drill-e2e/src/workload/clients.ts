import type { ClientRecord } from '../record/client-record.ts';
import type { Doors } from './doors.ts';

/** Those who work on a stack, as far as a fault concerns them. */
export interface Clients {
  readonly record: ClientRecord;
  readonly doors: Doors;
}
