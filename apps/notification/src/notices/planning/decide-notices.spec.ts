import { describe, expect, it } from '@jest/globals';
import type { NotificationRule } from '@motcua/contracts';
import { toRuleBook } from '../rules/find-rules.ts';
import { People } from '../recipients/people.ts';
import type { Person } from '../../people/person.ts';
import { createAlert, createDossierEvent, createSnapshot } from '../../testing/events.builder.ts';
import { createDirectory } from '../../testing/reference.builder.ts';
import { createPerson } from '../../testing/staff.builder.ts';
import { decideNotices, GATHER_MS } from './decide-notices.ts';
import { stepDossierEvent } from '../events/parse-dossier-event.ts';
import { stepSlaEvent } from '../events/parse-sla-event.ts';
import type { NotifiableEvent } from '../events/notifiable-event.ts';

const at = (local: string): number => Date.parse(`${local}+07:00`);
/** A Wednesday, in the middle of the morning. */
const MORNING = at('2026-11-25T09:00:00');

const createRule = (overrides: Partial<NotificationRule>): NotificationRule => ({
  id: 'rule',
  event: 'sla.breached',
  audience: 'specialist',
  channels: [['in-app'], ['mail', 'sms']],
  template: 'breached',
  class: 'mandatory',
  expiresAfterHours: 24,
  validFrom: '2000-01-01',
  validTo: null,
  ...overrides,
});

const everybody = [
  createPerson('an', 'xa-a', 'specialist'),
  createPerson('binh', 'xa-a', 'specialist'),
  createPerson('chi', 'xa-a', 'counter-officer'),
  createPerson('dung', 'xa-a', 'head'),
  createPerson('giang', 'huyen', 'head'),
  createPerson('hoa', 'tinh', 'leader'),
];

interface Given {
  readonly event: NotifiableEvent;
  readonly rules: readonly NotificationRule[];
  readonly staff?: readonly Person[];
  readonly now?: number;
  readonly installedAt?: number;
}

const decide = ({ event, rules, staff = everybody, now = MORNING, installedAt = 0 }: Given) =>
  decideNotices(event, { rules: toRuleBook(rules), people: new People(staff), directory: createDirectory(), now, installedAt });

const alert = (...overrides: Parameters<typeof createAlert>): NotifiableEvent => {
  const result = stepSlaEvent({ value: Buffer.from(createAlert(...overrides).value) });
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result.value;
};
const news = (...overrides: Parameters<typeof createDossierEvent>): NotifiableEvent => {
  const result = stepDossierEvent({ value: Buffer.from(createDossierEvent(...overrides).value) });
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result.value.event;
};

const plannedFor = (given: Given): string[] => decide(given).drafts.map(({ recipient }) => recipient.id);

describe('who is notified of an alert', () => {
  it('is the officer in charge where the directory knows him', () => {
    const event = alert('breached', { officer: 'binh' });
    expect(plannedFor({ event, rules: [createRule({ audience: 'specialist' })] })).toEqual(['binh']);
  });

  it('is every specialist of the handling unit where it does not', () => {
    const event = alert('breached', { officer: 'gone' });
    expect(plannedFor({ event, rules: [createRule({ audience: 'specialist' })] })).toEqual(['an', 'binh']);
  });

  it('is the head of the responsible unit, and the one above for head-above', () => {
    const event = alert('breached', { tell: ['head', 'head-above'] });
    const rules = [createRule({ id: 'a', audience: 'head' }), createRule({ id: 'b', audience: 'head-above' })];
    expect(plannedFor({ event, rules })).toEqual(['dung', 'giang']);
  });

  it('is the head upward where nobody of the role is there', () => {
    const staff = everybody.filter(({ unit }) => unit !== 'xa-a');
    expect(plannedFor({ event: alert('breached'), rules: [createRule({})], staff })).toEqual(['giang']);
  });

  it('is nobody where there is nobody at all: the notice is kept, unaddressed, with nothing to send', () => {
    const [draft] = decide({ event: alert('breached'), rules: [createRule({})], staff: [] }).drafts;
    expect(draft).toMatchObject({ recipient: { kind: 'nobody', id: 'xa-a' }, chains: [] });
  });

  it('is not who has left', () => {
    const staff = everybody.filter(({ id }) => id !== 'binh');
    expect(plannedFor({ event: alert('breached', { officer: 'binh' }), rules: [createRule({})], staff })).toEqual(['an']);
  });

  it('is only whom the alert wants notified', () => {
    const rules = [createRule({ id: 'a', audience: 'specialist' }), createRule({ id: 'b', audience: 'head' })];
    expect(plannedFor({ event: alert('breached', { tell: ['head'] }), rules })).toEqual(['dung']);
  });

  it('is notified once by one template, whichever of his roles the rules mean, and then by what cannot be muted', () => {
    const rules = [
      createRule({ id: 'optional', audience: 'counter-officer', class: 'optional' }),
      createRule({ id: 'mandatory', audience: 'specialist' }),
    ];
    const event = alert('breached', { officer: 'an', tell: ['specialist', 'counter-officer'] });
    const { drafts, skipped } = decide({ event, rules });
    expect(drafts.map(({ rule, recipient }) => [rule, recipient.id])).toEqual([['mandatory', 'an']]);
    expect(skipped).toEqual([{ rule: 'optional', reason: 'told-by-another-rule' }]);
  });
});

describe('rules', () => {
  it('notify of nothing outside their validity, by the date at the unit', () => {
    const rules = [createRule({ validFrom: '2026-11-25' })];
    expect(plannedFor({ event: alert('breached'), rules, now: at('2026-11-24T23:59:00') })).toEqual([]);
    expect(plannedFor({ event: alert('breached'), rules, now: at('2026-11-25T00:00:00') })).toEqual(['an', 'binh']);
  });

  it('of one clock notify of nothing else', () => {
    const rules = [createRule({ clock: 'transfer' })];
    expect(plannedFor({ event: alert('breached', { clock: 'dossier' }), rules })).toEqual([]);
    expect(plannedFor({ event: alert('breached', { clock: 'transfer' }), rules })).toEqual(['an', 'binh']);
  });
});

describe('preferences', () => {
  it('mute an optional notice and never a mandatory one', () => {
    const staff = everybody.map((row) => ({ ...row, mute: ['breached'] }));
    const optional = decide({ event: alert('breached'), rules: [createRule({ class: 'optional' })], staff });
    expect(optional).toEqual({
      drafts: [],
      skipped: [
        { rule: 'rule', reason: 'muted' },
        { rule: 'rule', reason: 'muted' },
      ],
    });
    expect(plannedFor({ event: alert('breached'), rules: [createRule({})], staff })).toEqual(['an', 'binh']);
  });

  it('choose the order within a chain', () => {
    const staff = [createPerson('an', 'xa-a', 'specialist', { channels: ['sms'] })];
    expect(decide({ event: alert('breached'), rules: [createRule({})], staff }).drafts[0]?.chains).toEqual([
      ['in-app'],
      ['sms', 'mail'],
    ]);
  });
});

describe('the hour', () => {
  const rules = [createRule({ event: 'sla.due-soon', template: 'due-soon' })];
  const sentAt = (now: number, urgency: 'normal' | 'high'): number | undefined =>
    decide({ event: alert('due-soon', { urgency }), rules, now }).drafts[0]?.sendAt;

  it('is now within office hours, but for the moment in which the alerts of a group are gathered', () => {
    expect(sentAt(MORNING, 'normal')).toBe(MORNING + GATHER_MS);
  });

  it.each([
    ['on the eve of a day off', '2026-11-23T20:00:00', '2026-11-25T07:30:00'],
    ['at lunch', '2026-11-25T11:45:00', '2026-11-25T13:30:00'],
    ['on Friday night', '2026-11-27T18:00:00', '2026-11-30T07:30:00'],
    ['within the gathering before closing', '2026-11-25T16:59:59', '2026-11-26T07:30:00'],
  ])('of a normal alert %s is the next opening', (_when, now, opening) => {
    const sent = sentAt(at(now), 'normal');
    expect(new Date(sent ?? 0).toISOString()).toBe(new Date(at(opening)).toISOString());
  });

  it('of an urgent alert is now, at any hour', () => {
    const night = at('2026-11-24T23:00:00');
    expect(sentAt(night, 'high')).toBe(night);
  });

  it('of an applicant is now, at any hour', () => {
    const night = at('2026-11-24T23:00:00');
    const rule = createRule({
      event: 'dossier.processed',
      audience: 'applicant',
      template: 'processed',
      channels: [['zalo', 'sms']],
    });
    expect(decide({ event: news('processed', createSnapshot()), rules: [rule], now: night }).drafts[0]?.sendAt).toBe(night);
  });
});

describe('the applicant', () => {
  const rule = createRule({ id: 'r', event: 'dossier.redated', audience: 'applicant', template: 'redated', channels: [['sms']] });
  const due = '2026-11-27T09:30:00.000Z';
  const reasonOf = (snapshot: Parameters<typeof createSnapshot>[0], previousDue: string | null, installedAt?: number) =>
    decide({
      event: news('redated', createSnapshot({ currentDue: due, ...snapshot }), { reasonCode: 'calendar-changed', previousDue }),
      rules: [rule],
      ...(installedAt === undefined ? {} : { installedAt }),
    }).skipped[0]?.reason;

  it('is notified where his date moved', () => {
    const [draft] = decide({
      event: news('redated', createSnapshot({ currentDue: due }), { reasonCode: 'c', previousDue: '2026-11-26T09:30:00.000Z' }),
      rules: [rule],
    }).drafts;
    expect(draft).toMatchObject({
      recipient: { kind: 'applicant', id: 'applicant' },
      variables: {
        due,
        previousDue: '2026-11-26T09:30:00.000Z',
        code: 'H44.32-261123-0007',
        unit: { vi: 'Đơn vị xa-a', en: 'Unit xa-a' },
      },
    });
  });

  it('is not notified where it did not, nor of an import, nor of what was recorded a day late, nor of what was before us', () => {
    const earlier = '2026-11-26T09:30:00.000Z';
    expect(reasonOf({}, due)).toBe('date-unmoved');
    expect(reasonOf({ imported: true }, earlier)).toBe('imported');
    const recordedAt = '2026-11-24T02:00:00.001Z';
    expect(reasonOf({ recordedAt, occurredAt: '2026-11-23T02:00:00.000Z' }, earlier)).toBe('recorded-late');
    expect(reasonOf({ recordedAt, occurredAt: '2026-11-23T02:00:00.001Z' }, earlier)).toBeUndefined();
    expect(reasonOf({ recordedAt, occurredAt: recordedAt }, earlier, Date.parse(recordedAt) + 1)).toBe('before-installation');
  });

  it('leaves no contact in a notice: it says that he is notified, and nothing of how', () => {
    const [draft] = decide({
      event: news('redated', createSnapshot({ currentDue: due }), { previousDue: null }),
      rules: [rule],
    }).drafts;
    expect(Object.keys(draft?.variables ?? {}).sort()).toEqual([
      'code',
      'counter',
      'due',
      'handlingUnit',
      'occurredAt',
      'officer',
      'procedure',
      'receivedAt',
      'timeZone',
      'unit',
    ]);
  });
});
