import type { ReferenceEvent } from '@motcua/contracts';

/** The event of a unit whose newest version is this, as the catalogue publishes it. */
export function toUnitEvent(
  code: string,
  { version, name = code, recordedAt = `2026-01-0${version}T00:00:00.000Z` }: UnitVersion,
): string {
  const event: ReferenceEvent<'units'> = {
    specversion: '1.0',
    id: `units/${code}/${version}`,
    source: 'urn:motcua:catalogue',
    type: 'vn.motcua.ref.unit.v1',
    subject: code,
    time: recordedAt,
    data: {
      code,
      versions: [
        {
          version,
          recordedAt,
          document: {
            code,
            name: { vi: name },
            kind: 'commune',
            parent: null,
            predecessors: [],
            validFrom: '2020-01-01',
            validTo: null,
          },
        },
      ],
    },
  };
  return JSON.stringify(event);
}

interface UnitVersion {
  readonly version: number;
  readonly name?: string;
  readonly recordedAt?: string;
}
