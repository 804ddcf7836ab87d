import { referenceEventSchema, type ReferenceEvent } from '@motcua/contracts';
import type { Versions } from './in-force.ts';
import type { FollowedKind, ReferenceData } from './reference-data.ts';

const schemas = { units: referenceEventSchema('units'), procedures: referenceEventSchema('procedures') };

/** Takes a record of a compacted topic into the data; a null value removes the entry. Throws where the record keeps no contract. */
export function applyReferenceRecord(data: ReferenceData, kind: FollowedKind, key: string, value: string | null): void {
  if (value === null) data.remove(kind, key);
  else if (kind === 'units') data.putUnit(key, parseVersions(kind, value));
  else data.putProcedure(key, parseVersions(kind, value));
}

/** The schema of a kind types its documents as any of the four kinds; which one it is, is what it checked. */
function parseVersions<Kind extends FollowedKind>(kind: Kind, value: string): Versions<Kind> {
  const { data } = schemas[kind].parse(JSON.parse(value)) as ReferenceEvent<Kind>;
  return data.versions;
}
