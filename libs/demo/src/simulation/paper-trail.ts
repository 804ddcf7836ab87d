import type { Instant } from '@motcua/calendar';
import { toDossierEventType, type LegacyEvent } from '@motcua/contracts';

/** The books of the counters, told afterwards. */
export const paperSource = 'urn:motcua:paper';

export interface PaperDossier {
  readonly sourceCode: string;
  readonly unit: string;
  readonly procedure: string;
  readonly officer: string;
  readonly receivedAt: Instant;
  /** Nothing lies after it. */
  readonly now: Instant;
}

/** What the books say of a dossier: received, and handed to a specialist a minute later. */
export function toPaperTrail({ sourceCode, unit, procedure, officer, receivedAt, now }: PaperDossier): LegacyEvent[] {
  const toEvent = (name: 'received' | 'transferred', at: Instant, data: Partial<LegacyEvent['data']>): LegacyEvent => ({
    specversion: '1.0',
    id: `${sourceCode}/${name}`,
    source: paperSource,
    type: toDossierEventType(name),
    time: new Date(at).toISOString(),
    data: { sourceCode, ...data },
  });
  return [
    toEvent('received', receivedAt, { unit, procedure, channel: 'in-person' }),
    toEvent('transferred', Math.min(receivedAt + 60_000, now), { unit, officer }),
  ];
}
