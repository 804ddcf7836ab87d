import { dossierIdentity, pick, toSlaEventType, type SlaData, type SlaEventName } from '@motcua/contracts';
import { createSnapshot } from './snapshot.builder.ts';

export interface BuiltOverdueCause {
  readonly key: string;
  readonly value: string;
  readonly type: string;
}

/** Found late by the rules; say only what matters. The unit is that of a built snapshot. */
export function createOverdueCause(overrides: Partial<SlaData<'overdue-judged'>> = {}): BuiltOverdueCause {
  const snapshot = createSnapshot();
  const data: SlaData<'overdue-judged'> = {
    ...pick(snapshot, [...dossierIdentity, 'responsibleUnit', 'responsiblePath', 'responsibleKind', 'handlingUnit']),
    officer: null,
    ...pick(snapshot, ['calendar', 'timeZone']),
    judgement: 1,
    cause: 'real',
    overdueSince: new Date(Date.now() - 60_000).toISOString(),
    rule: 'handled-late',
    explanation: {},
    judgedBy: 'rules',
    reasonCode: null,
    ...overrides,
  };
  return createSlaEvent('overdue-judged', data.dossierId, `${data.dossierId}/judged/${data.judgement}`, data);
}

/** The published event of any kind, with whatever data. */
export function createSlaEvent(name: SlaEventName, subject: string, id: string, data: object): BuiltOverdueCause {
  const type = toSlaEventType(name);
  const envelope = { specversion: '1.0', id, source: 'urn:motcua:sla-timer', type, subject, time: new Date().toISOString() };
  return { key: subject, value: JSON.stringify({ ...envelope, datacontenttype: 'application/json', data }), type };
}
