import { toDossierEventType, type DossierEventName, type DossierSnapshot } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';

const HOUR = 3_600_000;

/** A dossier received this morning at a commune, due in two days; say only what matters. */
export function createSnapshot(overrides: Partial<DossierSnapshot> = {}): DossierSnapshot {
  const receivedAt = overrides.receivedAt ?? new Date(Date.now() - HOUR).toISOString();
  const due = overrides.currentDue ?? new Date(Date.parse(receivedAt) + 48 * HOUR).toISOString();
  const late = new Date(Date.parse(due) + 60_000).toISOString();
  return {
    dossierId: randomUUID(),
    dossierVersion: 1,
    code: null,
    origin: 'urn:motcua:dossier-intake',
    sourceCode: null,
    imported: false,
    procedure: '1.001193',
    field: 'ho-tich',
    serviceLevel: 'full',
    channel: 'online',
    responsibleUnit: 'commune',
    responsiblePath: ['province', 'district', 'commune'],
    responsibleKind: 'commune',
    handlingUnit: 'commune',
    officer: null,
    status: 2,
    submittedAt: null,
    receivedAt,
    limit: { amount: 2, unit: 'working-day' },
    maxLimit: null,
    ruleSet: 'nd-118-2025',
    calendar: { id: 'vn', version: 1 },
    timeZone: 'Asia/Ho_Chi_Minh',
    originalDue: due,
    currentDue: due,
    due766: due,
    dueSupplied: false,
    noDue: false,
    lateFrom: { original: late, current: late, set766: late },
    pauses: [],
    supplementCount: 0,
    extensionCount: 0,
    endedAt: null,
    endedBy: null,
    returnedAt: null,
    findings: [],
    occurredAt: receivedAt,
    recordedAt: receivedAt,
    ...overrides,
  };
}

export interface BuiltEvent {
  readonly key: string;
  readonly value: string;
  readonly type: string;
  readonly snapshot: DossierSnapshot;
}

/** The published event of a snapshot. */
export function createEvent(name: DossierEventName, snapshot: DossierSnapshot): BuiltEvent {
  const type = toDossierEventType(name);
  const envelope = {
    specversion: '1.0',
    id: `${snapshot.dossierId}/${snapshot.dossierVersion}`,
    source: 'urn:motcua:dossier-intake',
    type,
    subject: snapshot.dossierId,
    time: snapshot.occurredAt,
    datacontenttype: 'application/json',
  };
  return { key: snapshot.dossierId, value: JSON.stringify({ ...envelope, data: { ...snapshot, change: {} } }), type, snapshot };
}
