import { vietnamCalendar } from '@motcua/calendar';
import { referenceKinds, type ReferenceDocuments, type ReferenceEvent, type ReferenceKind } from '@motcua/contracts';
import type { OutgoingRecord, ProducerPort } from '@motcua/kafka';
import type { TopicNames } from '@motcua/service';
import { ReferenceData, type FollowedKind } from '../reference/reference-data.ts';

type Documents = { readonly [Kind in FollowedKind]: readonly ReferenceDocuments[Kind][] };

const always = { validFrom: '2000-01-01', validTo: null };
const unit = (
  code: string,
  kind: ReferenceDocuments['units']['kind'],
  parent: string | null,
  more: object = {},
): ReferenceDocuments['units'] => ({
  code,
  name: { vi: code },
  kind,
  parent,
  predecessors: [],
  ...always,
  ...more,
});

type Rule = NonNullable<ReferenceDocuments['rule-sets']['clocks']>[number];
type EscalationStep = Rule['rungs'][number];
const escalation = (id: string, at: EscalationStep['at'], more: Partial<EscalationStep> = {}): EscalationStep => ({
  id,
  at,
  tell: ['specialist'],
  urgency: 'normal',
  ...more,
});

const policy = [
  escalation('four-fifths', { kind: 'share', of: 0.8 }),
  escalation(
    'four-hours-before',
    { kind: 'before', limit: { amount: 4, unit: 'working-hour' } },
    { tell: ['specialist', 'head'] },
  ),
  escalation('breach', { kind: 'breach' }, { tell: ['specialist', 'head'], urgency: 'high' }),
  escalation('one-day-after', { kind: 'after', limit: { amount: 1, unit: 'working-day' } }, { tell: ['head'] }),
];

const ruleSet = (code: string, clocks: Rule[]): ReferenceDocuments['rule-sets'] => ({
  code,
  name: { vi: code },
  law: code,
  pauseRules: { supplement: 'subtract', payment: 'subtract', withdrawal: 'subtract' },
  maxSupplementRequests: 1,
  maxExtensions: 1,
  extensionNoticeHours: 24,
  acceptanceLimit: { amount: 8, unit: 'working-hour' },
  clocks,
  ...always,
});

/** A province with a district, two communes and a department; a rule set with all clocks, and one with the dossier's alone. */
export const fixtureDocuments: Documents = {
  units: [
    unit('phu-tho', 'province', null, { calendar: 'vn', lateClickToleranceMinutes: 30 }),
    unit('thanh-ba', 'district-office', 'phu-tho'),
    unit('dong-xuan', 'commune', 'thanh-ba'),
    unit('khai-xuan', 'commune', 'thanh-ba'),
    unit('phong-tu-phap', 'department', 'thanh-ba'),
  ],
  procedures: [
    {
      code: '1.000689',
      name: { vi: '1.000689' },
      field: 'ho-tich',
      fieldName: { vi: 'Hộ tịch' },
      levels: ['commune'],
      limit: { amount: 3, unit: 'working-day' },
      maxLimit: null,
      serviceLevel: 'partial',
      ...always,
    },
  ],
  calendars: [{ ...vietnamCalendar } as ReferenceDocuments['calendars']],
  'rule-sets': [
    ruleSet('nd-118-2025', [
      { clock: 'acceptance', rungs: policy },
      { clock: 'transfer', rungs: policy.filter(({ id }) => id !== 'four-hours-before') },
      { clock: 'dossier', rungs: policy },
      { clock: 'apology', rungs: policy.filter(({ id }) => id === 'four-hours-before') },
    ]),
    ruleSet('before-nd-61', [{ clock: 'dossier', rungs: policy }]),
  ],
  reasons: [
    { code: 'citizen-away', name: { vi: 'Công dân chưa đến' }, commands: ['correct-overdue-cause'], asksText: false, ...always },
    { code: 'other', name: { vi: 'Lý do khác' }, commands: ['correct-overdue-cause'], asksText: true, ...always },
  ],
};

const codeOf = (document: ReferenceDocuments[ReferenceKind]): string => ('id' in document ? document.id : document.code);
const publishedAt = '2022-01-01T00:00:00.000Z';
const toVersions = <Document>(document: Document) => [{ version: 1, recordedAt: publishedAt, document }];

/** As the catalogue publishes one entry. */
function toRecord<Kind extends ReferenceKind>(kind: Kind, document: ReferenceDocuments[Kind]): OutgoingRecord {
  const code = codeOf(document);
  const event: ReferenceEvent<Kind> = {
    specversion: '1.0',
    id: `${kind}/${code}/1`,
    source: 'urn:motcua:catalogue',
    type: referenceKinds[kind].type,
    subject: code,
    time: publishedAt,
    data: { code, versions: toVersions(document) },
  };
  return { key: code, value: JSON.stringify(event) };
}

export async function publishReference(producer: ProducerPort, topics: TopicNames): Promise<void> {
  const { units, procedures, calendars, 'rule-sets': ruleSets, reasons } = fixtureDocuments;
  await producer.send(
    topics.units,
    units.map((document) => toRecord('units', document)),
  );
  await producer.send(
    topics.procedures,
    procedures.map((document) => toRecord('procedures', document)),
  );
  await producer.send(
    topics.calendars,
    calendars.map((document) => toRecord('calendars', document)),
  );
  await producer.send(
    topics.ruleSets,
    ruleSets.map((document) => toRecord('rule-sets', document)),
  );
  await producer.send(
    topics.reasons,
    reasons.map((document) => toRecord('reasons', document)),
  );
}

/** The same data without a topic. */
export function createReferenceData(): ReferenceData {
  const data = new ReferenceData();
  for (const document of fixtureDocuments.units) data.handlers.units(document.code, toVersions(document));
  for (const document of fixtureDocuments.procedures) data.handlers.procedures(document.code, toVersions(document));
  for (const document of fixtureDocuments.calendars) data.handlers.calendars(document.id, toVersions(document));
  for (const document of fixtureDocuments['rule-sets']) data.handlers['rule-sets'](document.code, toVersions(document));
  for (const document of fixtureDocuments.reasons) data.handlers.reasons(document.code, toVersions(document));
  return data;
}
