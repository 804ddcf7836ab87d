import { toDossierEventType, type DossierEventName, type LegacyEvent } from '@motcua/contracts';

export const legacySource = 'urn:legacy:one-stop';

/** Reports about the whole province. */
export const legacySystem = { role: 'source', source: legacySource, unit: 'phu-tho', sub: 'one-stop' } as const;

/** A legacy event: `legacy('A-1', 'received', '2022-03-01T10:00:00+07:00')`. */
export function legacy(
  sourceCode: string,
  name: DossierEventName,
  time: string,
  data: Partial<LegacyEvent['data']> = {},
): LegacyEvent {
  const opening =
    name === 'received' || name === 'submitted'
      ? { unit: 'dong-xuan', procedure: '1.000689', channel: 'in-person' as const }
      : {};
  return {
    specversion: '1.0',
    id: `${sourceCode}/${name}/${time}`,
    source: legacySource,
    type: toDossierEventType(name),
    time,
    data: { sourceCode, ...opening, ...data },
  };
}

export const toNdjson = (events: readonly unknown[]): string =>
  events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event))).join('\n');
