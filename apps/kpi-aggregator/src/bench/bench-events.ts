import type { DossierSnapshot } from '@motcua/contracts';
import { createRandom } from '@motcua/testing/random';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DOSSIERS_A_DAY = 1_500;
const FIRST = Date.UTC(2022, 0, 3, 1);

export interface BenchEvent {
  readonly key: string;
  readonly value: string;
}

interface Planned {
  readonly at: number;
  readonly name: string;
  readonly dossier: number;
  readonly version: number;
  readonly receivedAt: number;
  readonly processedAt: number;
}

/**
 * A province's log as a counter would fill it: 3 districts, 8 communes each, 14 procedures; each dossier received, handed over,
 * sometimes sent back for a supplement, processed and returned; dossiers mixed in order of occurrence. The same on every run.
 */
export function createBenchEvents(count: number): readonly BenchEvent[] {
  const random = createRandom(766);
  const dossiers = Math.ceil(count / 4);
  const planned = Array.from({ length: dossiers }, (_, index) => planDossier(index, dossiers, random)).flat();
  return planned
    .sort((one, other) => one.at - other.at || one.dossier - other.dossier || one.version - other.version)
    .slice(0, count)
    .map(toEvent);
}

function planDossier(dossier: number, dossiers: number, random: () => number): readonly Planned[] {
  const days = Math.max(1, Math.ceil(dossiers / DOSSIERS_A_DAY));
  const receivedAt = FIRST + Math.floor(random() * days) * DAY + Math.floor(random() * 8 * 60) * 60_000;
  const taken = random() < 0.06 ? 10 : 1 + Math.floor(random() * 4);
  const names = [
    'received',
    'transferred',
    ...(random() < 0.1 ? ['supplement-requested', 'supplement-received'] : []),
    'processed',
    'returned',
  ];
  const moments = names.map((_name, index) => receivedAt + Math.round((taken * DAY * index) / names.length));
  const processedAt = moments[names.indexOf('processed')] ?? receivedAt;
  return names.map((name, index) => ({
    name,
    dossier,
    version: index + 1,
    at: moments[index] ?? receivedAt,
    receivedAt,
    processedAt,
  }));
}

function toEvent({ at, name, dossier, version, receivedAt, processedAt }: Planned): BenchEvent {
  const random = createRandom(dossier);
  const district = Math.floor(random() * 3);
  const commune = Math.floor(random() * 8);
  const procedure = Math.floor(random() * 14);
  const online = random() < 0.5;
  const id = `${(0x10000000 + dossier).toString(16)}-0000-4000-8000-${(0x100000000000 + dossier).toString(16)}`;
  const time = new Date(at).toISOString();
  const data = toSnapshot({ id, at, name, version, receivedAt, processedAt, district, commune, procedure, online, random });
  const event = {
    specversion: '1.0',
    id: `${id}:${version}`,
    source: 'urn:motcua:intake',
    type: `vn.motcua.dossier.${name}.v1`,
    subject: id,
    time,
  };
  return { key: id, value: JSON.stringify({ ...event, datacontenttype: 'application/json', data: { ...data, change: {} } }) };
}

interface Drawn {
  readonly id: string;
  readonly at: number;
  readonly name: string;
  readonly version: number;
  readonly receivedAt: number;
  readonly processedAt: number;
  readonly district: number;
  readonly commune: number;
  readonly procedure: number;
  readonly online: boolean;
  readonly random: () => number;
}

const statuses = {
  received: 2,
  transferred: 4,
  'supplement-requested': 5,
  'supplement-received': 4,
  processed: 9,
  returned: 10,
} as const;

function toSnapshot({
  id,
  at,
  name,
  version,
  receivedAt,
  processedAt,
  district,
  commune,
  procedure,
  online,
  random,
}: Drawn): DossierSnapshot {
  const due = receivedAt + (1 + Math.floor(random() * 5)) * DAY;
  const ended = name === 'processed' || name === 'returned';
  const endedAt = ended ? new Date(processedAt).toISOString() : null;
  const unit = `commune-${district}-${commune}`;
  const dueText = new Date(due).toISOString();
  const lateText = new Date(due + 60_000).toISOString();
  return {
    dossierId: id,
    dossierVersion: version,
    code: `H44.${district}${commune}-220103-${String(parseInt(id.slice(1, 8), 16)).padStart(7, '0')}`,
    origin: 'urn:motcua:intake',
    sourceCode: null,
    imported: false,
    procedure: `1.00${1000 + procedure}`,
    field: `field-${procedure % 5}`,
    serviceLevel: procedure % 3 === 0 ? 'full' : 'partial',
    channel: online ? 'online' : 'in-person',
    responsibleUnit: unit,
    responsiblePath: ['province', `district-${district}`, unit],
    responsibleKind: 'commune',
    handlingUnit: unit,
    officer: 'officer-17',
    status: statuses[name as keyof typeof statuses],
    submittedAt: null,
    receivedAt: new Date(receivedAt).toISOString(),
    limit: { amount: 3, unit: 'working-day' },
    maxLimit: { amount: 8, unit: 'working-day' },
    ruleSet: 'nd-61-2018',
    calendar: { id: 'vn', version: 1 },
    timeZone: 'Asia/Ho_Chi_Minh',
    originalDue: dueText,
    currentDue: dueText,
    due766: dueText,
    dueSupplied: false,
    noDue: false,
    lateFrom: { original: lateText, current: lateText, set766: lateText },
    pauses: [],
    supplementCount: 0,
    extensionCount: 0,
    endedAt,
    endedBy: ended ? 'processed' : null,
    returnedAt: name === 'returned' ? new Date(at).toISOString() : null,
    findings: [],
    occurredAt: new Date(at).toISOString(),
    recordedAt: new Date(at + 250).toISOString(),
  };
}
