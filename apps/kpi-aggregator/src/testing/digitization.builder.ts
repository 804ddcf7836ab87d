import {
  dossierIdentity,
  pick,
  toDigitizationEventType,
  type ComponentCounts,
  type DigitizationEventName,
  type DigitizationSnapshot,
} from '@motcua/contracts';
import type { ReferenceDocuments } from '@motcua/indicators/testing';
import { createSnapshot } from './snapshot.builder.ts';
import type { BuiltOverdueCause } from './overdue-cause.builder.ts';

export type BuiltDigitization = BuiltOverdueCause;

/** One component scanned and the result there; say only what matters. The unit is that of a built snapshot. */
export function createDigitization(
  { components = ['scanned'], results = ['scanned'] }: Partial<ReferenceDocuments> = {},
  overrides: Partial<DigitizationSnapshot> = {},
  name: DigitizationEventName = 'component-digitized',
): BuiltDigitization {
  const data = { ...toSnapshot({ components, results }), ...overrides };
  const type = toDigitizationEventType(name);
  const envelope = {
    specversion: '1.0',
    id: `${data.dossierId}/${data.digitizationVersion}`,
    source: 'urn:motcua:digitization-tracker',
    subject: data.dossierId,
    type,
    time: data.occurredAt,
    datacontenttype: 'application/json',
  };
  return { key: data.dossierId, value: JSON.stringify({ ...envelope, data: { ...data, change: {} } }), type };
}

function toSnapshot({ components, results }: ReferenceDocuments): DigitizationSnapshot {
  const snapshot = createSnapshot();
  const { occurredAt, recordedAt } = snapshot;
  const counts = countComponents(components);
  const hasResult = results.length > 0 && !results.includes('missing');
  const isDigitized = counts.missing === 0 && hasResult;
  return {
    ...pick(snapshot, [...dossierIdentity, 'serviceLevel', 'channel', 'responsibleUnit', 'responsiblePath', 'responsibleKind']),
    ...pick(snapshot, ['handlingUnit', 'timeZone', 'status', 'endedAt', 'endedBy', 'officer']),
    digitizationVersion: 1,
    receivedAt: occurredAt,
    components: counts,
    resultPrescribed: results.length > 0,
    resultDigitized: hasResult,
    resultSigned: results.includes('signed'),
    signatures: { none: 0, broken: 0, unverified: 0, verified: results.filter((result) => result === 'signed').length },
    reusedCount: counts.reused,
    isDigitized,
    digitizedAt: isDigitized ? occurredAt : null,
    occurredAt,
    recordedAt,
  };
}

function countComponents(components: ReferenceDocuments['components']): ComponentCounts {
  const count = (state: string): number => components.filter((component) => component === state).length;
  const reused = count('reused');
  const half = Math.floor(reused / 2);
  return {
    listed: components.length,
    asked: components.length - count('exempt'),
    digitized: count('scanned'),
    reused,
    reusedComponent: half,
    reusedResult: reused - half,
    exempt: count('exempt'),
    missing: count('missing'),
  };
}
