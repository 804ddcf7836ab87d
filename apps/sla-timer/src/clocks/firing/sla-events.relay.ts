import type { RelayDefinition } from '@motcua/service';
import { alertColumns, toAlertEvent, type AlertRow } from './alert-event.ts';
import type { EventRow } from '../../outbox/sla-events.ts';

/** Of its cursor. */
export const relayName = 'events';

/** A row as the relay reads it: an alert in its parts, anything else whole. */
export type StoredRow = EventRow | (AlertRow & { readonly body: null });

export const storedColumns = ['key', 'body', ...alertColumns];

/** A row to what is published of it. */
export const toEvent = (row: StoredRow): EventRow => (row.body === null ? toAlertEvent(row) : { key: row.key, body: row.body });

export const slaEvents: RelayDefinition = {
  name: relayName,
  shownAs: 'sla-events',
  table: 'event',
  columns: storedColumns,
  toRecord: (row) => {
    const { key, body } = toEvent(row as unknown as StoredRow); // as `storedColumns` select it
    return { key, value: body };
  },
  topic: 'slaEvents',
};
