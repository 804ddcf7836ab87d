import { toDigitizationEventType, toSlaEventType, type DigitizationEventName, type DossierSnapshot } from '@motcua/contracts';
import type { ReferenceDocuments } from '@motcua/indicators/testing';
import type { BenchEvent } from './bench-events.ts';
import { createRandom } from '@motcua/testing/random';

/** What the streams beside say of the dossiers of a log: their messages, and what holds of each dossier in the end. */
export interface EnrichmentEvents {
  readonly digitizations: readonly BenchEvent[];
  readonly causes: readonly BenchEvent[];
  readonly documentsOf: ReadonlyMap<string, ReferenceDocuments>;
  /** The due moments that passed, in milliseconds. */
  readonly overdueSince: ReadonlyMap<string, number>;
}

type Components = ReferenceDocuments['components'];

/** One in so many dossiers gets an overdue cause. */
const JUDGED = 20;

/**
 * A digitization event beside each dossier event, as officers would bring documents: the checklist at the receipt, a component at each
 * step, the result in the end; what was filed online is exempt. The same on every run.
 */
export function createEnrichmentEvents(events: readonly BenchEvent[]): EnrichmentEvents {
  const documentsOf = new Map<string, ReferenceDocuments>();
  const overdueSince = new Map<string, number>();
  const versions = new Map<string, number>();
  const digitizations: BenchEvent[] = [];
  const causes: BenchEvent[] = [];
  for (const { key, value } of events) {
    const { data } = JSON.parse(value) as { data: DossierSnapshot }; // made by `createBenchEvents`
    const version = (versions.get(key) ?? 0) + 1;
    versions.set(key, version);
    const documents = toDocuments(data, version);
    documentsOf.set(key, documents);
    digitizations.push(toDigitization(data, version, documents));
    if (data.endedAt === null || data.currentDue === null || overdueSince.has(key) || drawOf(key)() * JUDGED > 1) continue;
    overdueSince.set(key, Date.parse(data.currentDue));
    causes.push(toOverdueCause(data, data.currentDue));
  }
  return { digitizations, causes, documentsOf, overdueSince };
}

const drawOf = (dossierId: string): (() => number) => createRandom(parseInt(dossierId.slice(0, 8), 16));

function toDocuments({ dossierId, channel, endedAt }: DossierSnapshot, version: number): ReferenceDocuments {
  const draw = drawOf(dossierId);
  const wanted = Array.from({ length: 1 + Math.floor(draw() * 3) }, () => (draw() < 0.2 ? 'reused' : 'scanned'));
  const components: Components =
    channel === 'online' ? wanted.map(() => 'exempt') : wanted.map((state, index) => (index + 1 < version ? state : 'missing'));
  const results = draw() < 0.9 ? [endedAt !== null && draw() < 0.8 ? ('scanned' as const) : ('missing' as const)] : [];
  return { components, results };
}

function toDigitization(data: DossierSnapshot, version: number, { components, results }: ReferenceDocuments): BenchEvent {
  const count = (state: Components[number]): number => components.filter((component) => component === state).length;
  const [missing, reused, exempt] = [count('missing'), count('reused'), count('exempt')];
  const resultDigitized = results.length > 0 && !results.includes('missing');
  const isDigitized = missing === 0 && resultDigitized;
  const name: DigitizationEventName = version === 1 ? 'checklist-made' : 'component-digitized';
  const counts = { listed: components.length, asked: components.length - exempt, digitized: count('scanned'), exempt, missing };
  return toMessage(data, toDigitizationEventType(name), {
    ...toSubject(data),
    digitizationVersion: version,
    serviceLevel: data.serviceLevel,
    channel: data.channel,
    status: data.status,
    imported: false,
    receivedAt: data.receivedAt,
    endedAt: data.endedAt,
    endedBy: data.endedBy,
    components: { ...counts, reused, reusedComponent: reused, reusedResult: 0 },
    resultPrescribed: results.length > 0,
    resultDigitized,
    resultSigned: false,
    reusedCount: reused,
    isDigitized,
    digitizedAt: isDigitized ? data.occurredAt : null,
    officer: data.officer,
    occurredAt: data.occurredAt,
    recordedAt: data.recordedAt,
    change: {},
  });
}

const toOverdueCause = (data: DossierSnapshot, overdueSince: string): BenchEvent =>
  toMessage(data, toSlaEventType('overdue-judged'), {
    ...toSubject(data),
    judgement: 1,
    cause: 'real',
    overdueSince,
    rule: 'handled-late',
    explanation: {},
    judgedBy: 'rules',
    reasonCode: null,
  });

function toSubject(data: DossierSnapshot): object {
  const { dossierId, dossierVersion, code, sourceCode, procedure, field, timeZone } = data;
  const { responsibleUnit, responsiblePath, responsibleKind, handlingUnit } = data;
  return {
    dossierId,
    dossierVersion,
    code,
    sourceCode,
    procedure,
    field,
    timeZone,
    responsibleUnit,
    responsiblePath,
    responsibleKind,
    handlingUnit,
  };
}

function toMessage({ dossierId, dossierVersion, occurredAt }: DossierSnapshot, type: string, data: object): BenchEvent {
  const id = `${dossierId}/${dossierVersion}`;
  const envelope = { specversion: '1.0', id, source: 'urn:motcua:bench', type, subject: dossierId, time: occurredAt };
  return { key: dossierId, value: JSON.stringify({ ...envelope, datacontenttype: 'application/json', data }) };
}
