import { toSlaEventType, type DossierEventName, type DossierSnapshot, type SlaData, type SlaEventName } from '@motcua/contracts';
import { createDossierSnapshot, createDues, toDossierMessage } from '@motcua/contracts/testing';
import { randomUUID } from 'node:crypto';

const HOUR_MS = 3_600_000;

/** A message as the streams carry it. */
export interface BuiltEvent {
  readonly id: string;
  readonly key: string;
  readonly value: string;
}

const toMessage = (id: string, type: string, key: string, time: string, data: object): BuiltEvent => ({
  id,
  key,
  value: JSON.stringify({
    specversion: '1.0',
    id,
    source: 'urn:motcua:spec',
    type,
    subject: key,
    time,
    datacontenttype: 'application/json',
    data,
  }),
});

/** Whose dossier it is: of a commune, handled there, nobody in charge. */
const subject = () => ({
  dossierId: randomUUID() as string,
  dossierVersion: 1,
  code: 'H44.32-261123-0007' as string | null,
  sourceCode: null as string | null,
  imported: false,
  procedure: '1.001193',
  field: 'ho-tich',
  responsibleUnit: 'xa-a',
  responsiblePath: ['tinh', 'huyen', 'xa-a'],
  responsibleKind: 'commune' as const,
  handlingUnit: 'xa-a',
  officer: null as string | null,
  calendar: { id: 'vn', version: 1 },
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** An alert of a dossier's clock; say only what matters. */
export function createAlert(name: 'due-soon' | 'breached', overrides: Partial<SlaData<'breached'>> = {}): BuiltEvent {
  const firedAt = overrides.firedAt ?? new Date().toISOString();
  const data: SlaData<'breached'> = {
    ...subject(),
    clock: 'dossier',
    generation: 1,
    due: firedAt,
    originalDue: null,
    rung: name === 'breached' ? 'breach' : 'four-hours-before',
    foldedRungs: [],
    remainingMinutes: name === 'breached' ? 0 : 240,
    reachedAt: firedAt,
    firedAt,
    tell: ['specialist', 'head'],
    urgency: name === 'breached' ? 'high' : 'normal',
    ...overrides,
  };
  return toMessage(randomUUID(), toSlaEventType(name), data.dossierId, firedAt, data);
}

export function createSlaEvent<Name extends SlaEventName>(name: Name, key: string, data: SlaData<Name>): BuiltEvent {
  return toMessage(randomUUID(), toSlaEventType(name), key, new Date().toISOString(), data);
}

/** The parts of an alert that name its dossier, for other events. */
export const createSubject = subject;

/** A dossier received an hour ago, due in two days; say only what matters. */
export function createSnapshot(overrides: Partial<DossierSnapshot> = {}): DossierSnapshot {
  const receivedAt = overrides.receivedAt ?? new Date(Date.now() - HOUR_MS).toISOString();
  const due =
    overrides.currentDue === undefined ? new Date(Date.parse(receivedAt) + 48 * HOUR_MS).toISOString() : overrides.currentDue;
  return createDossierSnapshot({
    ...subject(),
    serviceLevel: 'full',
    channel: 'online',
    status: 2,
    receivedAt,
    limit: { amount: 2, unit: 'working-day' },
    ...createDues(due),
    occurredAt: new Date().toISOString(),
    recordedAt: new Date().toISOString(),
    ...overrides,
  });
}

export const createDossierEvent: (name: DossierEventName, snapshot: DossierSnapshot, change?: object) => BuiltEvent =
  toDossierMessage;
