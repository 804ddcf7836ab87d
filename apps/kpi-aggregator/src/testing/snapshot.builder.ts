import type { DossierEventName, DossierSnapshot } from '@motcua/contracts';
import { createDossierSnapshot, createDues, toDossierMessage, type DossierMessage } from '@motcua/contracts/testing';

const HOUR = 3_600_000;

/** A dossier received this morning at a commune, due in two days; say only what matters. */
export function createSnapshot(overrides: Partial<DossierSnapshot> = {}): DossierSnapshot {
  const receivedAt = overrides.receivedAt ?? new Date(Date.now() - HOUR).toISOString();
  const due = overrides.currentDue ?? new Date(Date.parse(receivedAt) + 48 * HOUR).toISOString();
  return createDossierSnapshot({
    serviceLevel: 'full',
    channel: 'online',
    responsibleUnit: 'commune',
    responsiblePath: ['province', 'district', 'commune'],
    handlingUnit: 'commune',
    status: 2,
    receivedAt,
    limit: { amount: 2, unit: 'working-day' },
    ...createDues(due),
    occurredAt: receivedAt,
    recordedAt: receivedAt,
    ...overrides,
  });
}

export interface BuiltEvent extends DossierMessage {
  readonly snapshot: DossierSnapshot;
}

/** The published event of a snapshot. */
export const createEvent = (name: DossierEventName, snapshot: DossierSnapshot, change?: object): BuiltEvent => ({
  ...toDossierMessage(name, snapshot, change),
  snapshot,
});
