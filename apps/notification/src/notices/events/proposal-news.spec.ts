import { describe, expect, it } from '@jest/globals';
import { decideNotices, type Decision } from '../planning/decide-notices.ts';
import { stepDossierEvent } from './parse-dossier-event.ts';
import { toRuleBook } from '../rules/find-rules.ts';
import { People } from '../recipients/people.ts';
import type { Person } from '../../people/person.ts';
import { openTemplateBook } from '../../templates/template-book.ts';
import { createDossierEvent, createSnapshot } from '../../testing/events.builder.ts';
import { createDirectory } from '../../testing/reference.builder.ts';
import { shippedRules } from '../../testing/shipped-rules.ts';
import { createPerson } from '../../testing/staff.builder.ts';

const at = (local: string): number => Date.parse(`${local}+07:00`);
const MORNING = at('2026-11-25T09:00:00');
const lapsesAt = new Date(at('2026-12-02T09:00:00')).toISOString();
const directory = createDirectory();
const staff = [
  createPerson('an', 'xa-a', 'specialist'),
  createPerson('dung', 'xa-a', 'head'),
  createPerson('giang', 'huyen', 'head'),
  createPerson('khoa', 'tinh', 'head'),
];

type Change = Parameters<typeof createDossierEvent>[2];
const proposedCorrection = { from: { endedAt: lapsesAt }, to: { endedAt: lapsesAt }, lapsesAt, madeBy: 'an' };
const corrected = (more: object): Change => ({ reasonCode: 'x', fields: [], ...more });

function decide(name: 'corrected' | 'processed', change: Change, now = MORNING, people: readonly Person[] = staff): Decision {
  const step = stepDossierEvent({
    value: Buffer.from(createDossierEvent(name, createSnapshot({ imported: true }), change).value),
  });
  if (step.kind !== 'ok') throw new Error(JSON.stringify(step));
  const around = { rules: toRuleBook(shippedRules), people: new People(people), directory, now, installedAt: 0 };
  const { event: planned, proposal } = step.value;
  const all = [planned, ...(proposal === undefined ? [] : [proposal.event])].map((event) => decideNotices(event, around));
  return { drafts: all.flatMap(({ drafts }) => drafts), skipped: all.flatMap(({ skipped }) => skipped) };
}
const planned = (...given: Parameters<typeof decide>): unknown[] =>
  decide(...given).drafts.map(({ rule, recipient, variables }) => [rule, recipient.id, variables['proposal']]);

describe('a proposal that waits', () => {
  it('is announced to the heads of the unit, in the inbox and by mail, until it lapses', () => {
    expect(decide('corrected', corrected({ proposedCorrection })).drafts).toMatchObject([
      {
        rule: 'proposal-waiting.head',
        recipient: { kind: 'staff', id: 'dung' },
        chains: [['in-app'], ['mail']],
        expiresAt: Date.parse(lapsesAt),
        variables: { proposal: 'correction', lapsesAt },
      },
    ]);
  });

  it('says what is proposed, with whatever event it came', () => {
    expect(planned('processed', { proposedMoment: { occurredAt: lapsesAt, lapsesAt, madeBy: 'an' } })).toEqual([
      ['proposal-waiting.head', 'dung', 'moment'],
    ]);
  });

  it('is not announced to whoever made it: where that is the only head, to the next one above', () => {
    const own = corrected({ proposedCorrection: { ...proposedCorrection, madeBy: 'dung' } });
    expect(planned('corrected', own)).toEqual([['proposal-waiting.head', 'giang', 'correction']]);
    const two = [...staff, createPerson('duy', 'xa-a', 'head')];
    expect(planned('corrected', own, MORNING, two)).toEqual([['proposal-waiting.head', 'duy', 'correction']]);
  });

  it('of a unit is announced to the lowest heads above both', () => {
    const proposedUnit = (unit: string): Change => corrected({ proposedUnit: { unit, lapsesAt, madeBy: 'dung' } });
    expect(planned('corrected', proposedUnit('xa-b'))).toEqual([['proposal-waiting.head', 'giang', 'unit']]);
    expect(planned('corrected', proposedUnit('huyen'))).toEqual([['proposal-waiting.head', 'khoa', 'unit']]);
  });

  it('is announced by an earlier version without naming who made it', () => {
    const { madeBy: _by, ...earlier } = proposedCorrection;
    expect(planned('corrected', corrected({ proposedCorrection: earlier }))).toEqual([
      ['proposal-waiting.head', 'dung', 'correction'],
    ]);
  });

  it('is announced to nobody once its term has passed: a log that is read late announces nothing to do', () => {
    expect(decide('corrected', corrected({ proposedCorrection }), Date.parse(lapsesAt))).toEqual({
      drafts: [],
      skipped: [{ rule: 'proposal-waiting.head', reason: 'lapsed' }],
    });
  });
});

describe('a proposal that was decided on', () => {
  const decision = (more: object): Change =>
    corrected({
      decision: { proposal: 2, approved: true, effectiveAt: null, occurredAt: null, unit: null, madeBy: 'an', ...more },
    });

  it('is announced to whoever made it', () => {
    expect(planned('corrected', decision({}))).toEqual([['proposal-approved.proposer', 'an', 'correction']]);
    expect(planned('corrected', decision({ approved: false, unit: 'xa-b' }))).toEqual([
      ['proposal-rejected.proposer', 'an', 'unit'],
    ]);
    expect(planned('corrected', decision({ occurredAt: lapsesAt, effectiveAt: lapsesAt, madeBy: 'giang' }))).toEqual([
      ['proposal-approved.proposer', 'giang', 'moment'],
    ]);
  });

  it('is announced to nobody where nobody is named', () => {
    expect(planned('corrected', decision({ madeBy: null }))).toEqual([]);
    expect(planned('corrected', decision({ madeBy: undefined }))).toEqual([]);
  });
});

it('a correction that proposes nothing notifies nobody', () => {
  expect(planned('corrected', corrected({ fields: ['channel'] }))).toEqual([]);
});

it('every notice about a proposal can be rendered in each language and channel', () => {
  const templates = openTemplateBook();
  const decision = { proposal: 2, approved: false, effectiveAt: null, occurredAt: null, unit: null, madeBy: 'an' };
  const { drafts } = decide('corrected', corrected({ proposedCorrection, decision: undefined }));
  const all = [...drafts, ...decide('corrected', corrected({ decision })).drafts];
  const texts = all.flatMap(({ template, variables, chains }) =>
    chains
      .flat()
      .flatMap((channel) =>
        (['vi', 'en'] as const).map((language) => templates.render({ template, language, channel, variables }).text),
      ),
  );
  expect(texts).toHaveLength(6);
  expect(texts.every((text) => text.includes('H44.32-261123-0007'))).toBe(true);
});
