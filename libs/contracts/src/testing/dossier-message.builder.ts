import { randomUUID } from 'node:crypto';
import { toDossierEventType, type DossierEventName } from '../dossier/dossier-event.ts';
import type { DossierSnapshot } from '../dossier/dossier-snapshot.ts';

const never = new Date(0).toISOString();

/** The dues of a clock that runs to one moment (ISO 8601), which is late from the next minute on; null: nothing runs. */
export function createDues(due: string | null) {
  const late = due === null ? null : new Date(Date.parse(due) + 60_000).toISOString();
  return { originalDue: due, currentDue: due, due766: due, lateFrom: { original: late, current: late, set766: late } };
}

/** A dossier newly registered at a commune, of which no clock runs; say only what matters. */
export function createDossierSnapshot(overrides: Partial<DossierSnapshot> = {}): DossierSnapshot {
  const unit = overrides.responsibleUnit ?? 'dong-xuan';
  return {
    dossierId: randomUUID(),
    dossierVersion: 1,
    code: null,
    origin: 'urn:motcua:dossier-intake',
    sourceCode: null,
    imported: false,
    procedure: '1.001193',
    field: 'ho-tich',
    serviceLevel: 'partial',
    channel: 'in-person',
    responsibleUnit: unit,
    responsiblePath: [unit],
    responsibleKind: 'commune',
    handlingUnit: unit,
    officer: null,
    status: 1,
    submittedAt: null,
    receivedAt: null,
    limit: { amount: 3, unit: 'working-day' },
    maxLimit: null,
    ruleSet: 'nd-118-2025',
    calendar: { id: 'vn', version: 1 },
    timeZone: 'Asia/Ho_Chi_Minh',
    ...createDues(null),
    dueSupplied: false,
    noDue: false,
    pauses: [],
    supplementCount: 0,
    extensionCount: 0,
    endedAt: null,
    endedBy: null,
    returnedAt: null,
    findings: [],
    occurredAt: never,
    recordedAt: never,
    ...overrides,
  };
}

export interface DossierMessage {
  readonly id: string;
  readonly key: string;
  readonly value: string;
  readonly type: string;
}

/** The event after which the dossier is as the snapshot says, as dossier-intake publishes it. */
export function toDossierMessage(name: DossierEventName, snapshot: DossierSnapshot, change: object = {}): DossierMessage {
  const { dossierId: key, dossierVersion, occurredAt: time } = snapshot;
  const [id, type] = [`${key}/${dossierVersion}`, toDossierEventType(name)];
  const envelope = { specversion: '1.0', id, source: 'urn:motcua:dossier-intake', type, subject: key, time };
  const value = JSON.stringify({ ...envelope, datacontenttype: 'application/json', data: { ...snapshot, change } });
  return { id, key, value, type };
}
