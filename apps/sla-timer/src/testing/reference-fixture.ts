import { vietnamCalendar } from '@motcua/calendar';
import type { ReferenceDocuments } from '@motcua/contracts';
import { createUnit, listReferenceRecords } from '@motcua/contracts/testing';
import type { ProducerPort } from '@motcua/kafka';
import { toReferenceTopic, type TopicNames } from '@motcua/service';
import { ReferenceData, type FollowedKind } from '../reference/reference-data.ts';

type Documents = { readonly [Kind in FollowedKind]: readonly ReferenceDocuments[Kind][] };

const always = { validFrom: '2000-01-01', validTo: null };
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
    createUnit('phu-tho', 'province', null, { calendar: 'vn', lateClickToleranceMinutes: 30 }),
    createUnit('thanh-ba', 'district-office', 'phu-tho'),
    createUnit('dong-xuan', 'commune', 'thanh-ba'),
    createUnit('khai-xuan', 'commune', 'thanh-ba'),
    createUnit('phong-tu-phap', 'department', 'thanh-ba'),
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
      { clock: 'promise', rungs: policy },
    ]),
    ruleSet('before-nd-61', [{ clock: 'dossier', rungs: policy }]),
  ],
  reasons: [
    { code: 'citizen-away', name: { vi: 'Công dân chưa đến' }, commands: ['correct-overdue-cause'], asksText: false, ...always },
    { code: 'other', name: { vi: 'Lý do khác' }, commands: ['correct-overdue-cause'], asksText: true, ...always },
  ],
};

const publishedAt = '2022-01-01T00:00:00.000Z';
const toVersions = <Document>(document: Document) => [{ version: 1, recordedAt: publishedAt, document }];

export async function publishReference(producer: ProducerPort, topics: TopicNames): Promise<void> {
  for (const { kind, records } of listReferenceRecords(fixtureDocuments))
    await producer.send(toReferenceTopic(topics, kind), records);
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
