import type { RelayDefinition } from '@motcua/service';
import { schema } from '../config.ts';

/** Of its cursor. */
export const relayName = 'events';

export const slaEvents: RelayDefinition = {
  name: relayName,
  shownAs: 'sla-events',
  table: 'event',
  columns: ['coalesce(key, dossier_id::text) AS key', `${schema}.event_body(event) AS body`],
  toRecord: ({ key, body }) => ({ key: String(key), value: String(body) }),
  topic: 'slaEvents',
};
