import type { RelayDefinition } from '@motcua/service';

export const digitizationEvents: RelayDefinition = {
  name: 'events',
  shownAs: 'digitization-events',
  table: 'event',
  columns: ['dossier_id::text AS key', 'body'],
  toRecord: ({ key, body }) => ({ key: String(key), value: String(body) }),
  topic: 'digitizationEvents',
};
