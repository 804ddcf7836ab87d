import { referenceEventSchema, type ReferenceEvent, type ReferenceKind } from '@motcua/contracts';
import { createHash } from 'node:crypto';

/** One entry of the catalogue as it was published last, with all its versions. */
export interface ReferenceEntry<Kind extends ReferenceKind = ReferenceKind> {
  readonly kind: Kind;
  readonly code: string;
  /** Of its newest version. */
  readonly version: number;
  /** When the catalogue took that version, epoch milliseconds. */
  readonly recordedAt: number;
  /** The event, letter by letter. */
  readonly body: string;
  readonly event: ReferenceEvent<Kind>;
}

/** What is remembered of an entry to know a newer one by. */
export interface EntryMark {
  readonly version: number;
  readonly recordedAt: number;
  readonly digest: string;
}

const schemas = {
  units: referenceEventSchema('units'),
  procedures: referenceEventSchema('procedures'),
  calendars: referenceEventSchema('calendars'),
  'rule-sets': referenceEventSchema('rule-sets'),
  staff: referenceEventSchema('staff'),
  reasons: referenceEventSchema('reasons'),
};

/** @throws where the record keeps no contract */
export function parseEntry<Kind extends ReferenceKind>(kind: Kind, code: string, body: string): ReferenceEntry<Kind> {
  // Checked by the schema of this very kind: a key cannot tell the compiler so.
  const event = schemas[kind].parse(JSON.parse(body)) as ReferenceEvent<Kind>;
  const version = Math.max(...event.data.versions.map((each) => each.version));
  return { kind, code, version, recordedAt: Date.parse(event.time), body, event };
}

export const toMark = ({ version, recordedAt, body }: Pick<ReferenceEntry, 'version' | 'recordedAt' | 'body'>): EntryMark => ({
  version,
  recordedAt,
  digest: createHash('sha1').update(body).digest('base64'),
});

/** A record that was published before what is known: of two readers of a topic one may be far behind. */
export const isOlder = (mark: EntryMark, known: EntryMark): boolean =>
  mark.version < known.version || (mark.version === known.version && mark.recordedAt < known.recordedAt);
