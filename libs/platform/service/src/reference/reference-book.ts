import { referenceEventSchema, type ReferenceEvent, type ReferenceKind } from '@motcua/contracts';

/** All versions of one entry, oldest first. */
export type ReferenceVersions<Kind extends ReferenceKind> = ReferenceEvent<Kind>['data']['versions'];

/** What is done with an entry of each kind. */
interface Handlers {
  readonly units: (code: string, versions: ReferenceVersions<'units'>) => void;
  readonly procedures: (code: string, versions: ReferenceVersions<'procedures'>) => void;
  readonly calendars: (code: string, versions: ReferenceVersions<'calendars'>) => void;
  readonly 'rule-sets': (code: string, versions: ReferenceVersions<'rule-sets'>) => void;
  readonly staff: (code: string, versions: ReferenceVersions<'staff'>) => void;
  readonly reasons: (code: string, versions: ReferenceVersions<'reasons'>) => void;
}

/** What a service keeps of the catalogue, in memory: the kinds it reads, and what it does with an entry of each. */
export interface ReferenceCache<Kind extends ReferenceKind> {
  readonly handlers: Pick<Handlers, Kind>;
  remove(kind: Kind, code: string): void;
  /** How many entries of each kind are known. */
  counts(): Readonly<Record<Kind, number>>;
}

const schemas = {
  units: referenceEventSchema('units'),
  procedures: referenceEventSchema('procedures'),
  calendars: referenceEventSchema('calendars'),
  'rule-sets': referenceEventSchema('rule-sets'),
  staff: referenceEventSchema('staff'),
  reasons: referenceEventSchema('reasons'),
};

/** Takes a record of a compacted topic into the book; a null value removes the entry. @throws where the record keeps no contract */
export function applyReferenceRecord<Kind extends ReferenceKind>(
  book: ReferenceCache<Kind>,
  { kind, key, value }: { readonly kind: Kind; readonly key: string; readonly value: string | null },
): void {
  if (value === null) {
    book.remove(kind, key);
    return;
  }
  // Of all kinds it is this one, for the taker as for the document that the schema has checked: a key cannot tell the compiler so.
  const take = book.handlers[kind] as (code: string, versions: ReferenceVersions<Kind>) => void;
  const { data } = schemas[kind].parse(JSON.parse(value)) as ReferenceEvent<Kind>;
  take(key, data.versions);
}
