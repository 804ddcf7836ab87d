import type { RelayDefinition } from '@motcua/service';

/** From `ref_event` to the compacted topics: every row names its own. */
export const entryEvents: RelayDefinition = {
  name: 'reference',
  table: 'ref_event',
  columns: ['topic', 'code', 'body'],
  toRecord: ({ topic, code, body }) => ({
    topic: String(topic),
    key: String(code),
    value: String(body),
    headers: { 'content-type': 'application/cloudevents+json' },
  }),
  topic: 'units',
  topics: ['units', 'procedures', 'calendars', 'ruleSets', 'staff', 'reasons', 'institutional'],
  isCompacted: true,
};
