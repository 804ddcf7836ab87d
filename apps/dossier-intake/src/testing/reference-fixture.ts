import { vietnamCalendar } from '@motcua/calendar';
import type { ReferenceDocuments } from '@motcua/contracts';
import { createUnit, listReferenceRecords } from '@motcua/contracts/testing';
import type { ProducerPort } from '@motcua/kafka';
import { toReferenceTopic, type TopicNames } from '@motcua/service';

const always = { validFrom: '2000-01-01', validTo: null };
const procedure = (code: string, amount: number, more: object = {}): ReferenceDocuments['procedures'] => ({
  code,
  name: { vi: code },
  field: 'ho-tich',
  fieldName: { vi: 'Hộ tịch' },
  levels: ['commune'],
  limit: { amount, unit: 'working-day' },
  maxLimit: { amount: amount + 5, unit: 'working-day' },
  serviceLevel: 'partial',
  ...always,
  ...more,
});

const ruleSet = (
  code: string,
  supplement: 'restart' | 'subtract',
  validFrom: string,
  validTo: string | null,
): ReferenceDocuments['rule-sets'] => ({
  code,
  name: { vi: code },
  law: code,
  pauseRules: { supplement, payment: 'subtract', withdrawal: 'subtract' },
  maxSupplementRequests: 1,
  maxExtensions: 1,
  extensionNoticeHours: 24,
  acceptanceLimit: { amount: 8, unit: 'working-hour' },
  validFrom,
  validTo,
});

const staffMember = (id: string, unit: string, role: ReferenceDocuments['staff']['role'], validTo: string | null = null) => ({
  id,
  unit,
  role,
  validFrom: '2000-01-01',
  validTo,
});

const reason = (
  code: string,
  commands: ReferenceDocuments['reasons']['commands'],
  more: object = {},
): ReferenceDocuments['reasons'] => ({
  code,
  name: { vi: code },
  commands,
  asksText: false,
  ...always,
  ...more,
});

const fixtureCalendar = { ...vietnamCalendar } as ReferenceDocuments['calendars'];

/**
 * A small district: two communes and a department, staff of one and of the other, two procedures, the Vietnamese calendar, both rule
 * sets and a few reasons.
 */
export const fixtureDocuments = {
  units: [
    createUnit('phu-tho', 'province', null, { calendar: 'vn', dossierCode: 'H44' }),
    createUnit('thanh-ba', 'district-office', 'phu-tho', { dossierCode: 'H44.05' }),
    createUnit('dong-xuan', 'commune', 'thanh-ba', { dossierCode: 'H44.05.01' }),
    createUnit('khai-xuan', 'commune', 'thanh-ba', { dossierCode: 'H44.05.02' }),
    createUnit('phong-tu-phap', 'department', 'thanh-ba'),
    createUnit('tap-huan', 'commune', null, { calendar: 'vn', dossierCode: 'TH', training: true }),
  ],
  procedures: [
    procedure('1.000689', 3, {
      components: [
        { code: 'to-khai', name: { vi: 'Tờ khai' }, copies: 1, scan: 'asked' },
        { code: 'giay-chung-sinh', name: { vi: 'Giấy chứng sinh' }, copies: 1, scan: 'asked' },
      ],
    }),
    procedure('1.001193', 0),
  ],
  calendars: [fixtureCalendar],
  'rule-sets': [
    ruleSet('nd-61-2018', 'restart', '2018-01-01', '2025-06-30'),
    ruleSet('nd-118-2025', 'subtract', '2025-07-01', null),
  ],
  staff: [
    staffMember('counter-1', 'dong-xuan', 'counter-officer'),
    staffMember('cv-07', 'dong-xuan', 'specialist'),
    staffMember('cv-08', 'dong-xuan', 'specialist', '2026-10-31'),
    staffMember('tp-01', 'phong-tu-phap', 'specialist'),
  ],
  reasons: [
    reason('components-missing', ['refuse', 'request-supplement'], {
      legacyCodes: [{ source: 'urn:legacy:one-stop', code: 'TP-01' }],
    }),
    reason('verification', ['extend']),
    reason('typing-error', ['correct']),
    reason('reorganisation', ['reassign']),
    reason('calendar-changed', ['redate']),
    reason('citizen-withdrew', ['stop']),
    reason('unspecified', []),
    reason(
      'other',
      [
        ...(['refuse', 'request-supplement', 'extend', 'apologise', 'redate', 'stop', 'reassign', 'correct'] as const),
        ...(['propose-unit', 'reject-proposal'] as const),
      ],
      { asksText: true },
    ),
  ],
};

export async function publishReference(
  producer: ProducerPort,
  topics: TopicNames,
  calendar: ReferenceDocuments['calendars'] = fixtureCalendar,
): Promise<void> {
  for (const { kind, records } of listReferenceRecords({ ...fixtureDocuments, calendars: [calendar] }))
    await producer.send(toReferenceTopic(topics, kind), records);
}
