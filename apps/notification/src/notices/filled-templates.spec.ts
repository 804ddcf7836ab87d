import { describe, expect, it } from '@jest/globals';
import { dossierEventNames, type DossierEventName } from '@motcua/contracts';
import { toRuleBook } from './rules/find-rules.ts';
import { People } from './recipients/people.ts';
import { openTemplateBook } from '../templates/template-book.ts';
import {
  createAlert,
  createDossierEvent,
  createSlaEvent,
  createSnapshot,
  createSubject,
  type BuiltEvent,
} from '../testing/events.builder.ts';
import { createDirectory } from '../testing/reference.builder.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { createPerson } from '../testing/staff.builder.ts';
import { decideNotices } from './planning/decide-notices.ts';
import type { NoticeDraft } from './planning/notice-draft.ts';
import { stepDossierEvent } from './events/parse-dossier-event.ts';
import { stepSlaEvent } from './events/parse-sla-event.ts';

const templates = openTemplateBook();
const people = new People([
  createPerson('an', 'xa-a', 'specialist', { language: 'en' }),
  createPerson('chi', 'xa-a', 'counter-officer'),
  createPerson('dung', 'xa-a', 'head'),
  createPerson('giang', 'huyen', 'head'),
]);
const around = { rules: toRuleBook(shippedRules), people, directory: createDirectory(), now: Date.now(), installedAt: 0 };

const due = '2026-11-27T09:30:00.000Z';
const changes: Partial<Record<DossierEventName, object>> = {
  extended: { reasonCode: 'x', newDue: due },
  apologised: { reasonCode: 'x', due: '2026-11-25T09:30:00.000Z', promised: due },
  redated: { reasonCode: 'x', previousDue: '2026-11-26T09:30:00.000Z' },
  refused: { reasonCode: 'x' },
  reverted: { event: 'returned', version: 2, eventId: 'x', occurredAt: due, recordedAt: due },
  stopped: { reasonCode: 'x', closedPause: null },
  'supplement-requested': { reasonCode: 'x', ordinal: 1 },
};

function planDossier(event: BuiltEvent): readonly NoticeDraft[] {
  const result = stepDossierEvent({ value: Buffer.from(event.value) });
  return result.kind === 'ok' ? decideNotices(result.value.event, around).drafts : [];
}
function planAlert(event: BuiltEvent): readonly NoticeDraft[] {
  const result = stepSlaEvent({ value: Buffer.from(event.value) });
  return result.kind === 'ok' ? decideNotices(result.value, around).drafts : [];
}

function renderAll(drafts: readonly NoticeDraft[]): string[] {
  return drafts.flatMap(({ template, variables, chains }) =>
    chains
      .flat()
      .flatMap((channel) =>
        (['vi', 'en'] as const).map((language) => templates.render({ template, language, channel, variables }).text),
      ),
  );
}

describe('by the rules that are shipped, everybody can be sent their notices:', () => {
  const planned = dossierEventNames.filter((name) => shippedRules.some(({ event }) => event === `dossier.${name}`));

  it.each(planned)('the applicant of %s, in every channel and language', (name) => {
    const texts = renderAll(planDossier(createDossierEvent(name, createSnapshot({ currentDue: due }), changes[name])));
    expect(texts).toHaveLength(6);
    expect(texts.every((text) => text.includes('H44.32-261123-0007'))).toBe(true);
  });

  it.each(['refused', 'supplement-requested', 'extended', 'apologised', 'stopped'] as const)(
    'the applicant of %s, with the name of its reason and the event that what was written belongs to',
    (name) => {
      const planned = (reasonCode: string) =>
        planDossier(createDossierEvent(name, createSnapshot({ dossierVersion: 3 }), { ...changes[name], reasonCode }));
      const texts = renderAll(planned('verification'));
      expect(texts.filter((text) => /Cần xác minh, thẩm tra hồ sơ|Can xac minh, tham tra ho so/.test(text))).toHaveLength(3);
      expect(texts.filter((text) => text.includes('The dossier has to be verified'))).toHaveLength(3);
      expect(planned('verification').map(({ variables }) => variables['reasonVersion'])).toEqual([3]);
      // A code is nothing to show anybody.
      const unknown = planned('not-of-the-catalogue');
      expect(renderAll(unknown)).toHaveLength(6);
      expect(JSON.stringify(unknown.map(({ variables }) => variables))).not.toContain('not-of-the-catalogue');
    },
  );

  const beforeReceipt = [
    'submitted',
    'refused',
    'supplement-requested',
    'supplement-received',
    'withdrawal-requested',
    'stopped',
  ] as const;

  it.each(beforeReceipt)('the applicant of %s before there is a code', (name) => {
    const snapshot = createSnapshot({ code: null, receivedAt: null, currentDue: null });
    const texts = renderAll(planDossier(createDossierEvent(name, snapshot, changes[name])));
    expect(texts).toHaveLength(6);
    expect(texts.some((text) => text.includes(snapshot.dossierId))).toBe(false);
  });

  it.each(['supplement-requested', 'supplement-received', 'withdrawal-requested', 'stopped'] as const)(
    'the applicant of %s before receipt, of no slip and of no time limit that stands',
    (name) => {
      const promised =
        /Phiếu|Phieu|phiếu|tạm dừng|tam dung|Thông báo dừng|Thong bao dung|tiếp tục được giải quyết|slip|stands still|notice of stopping|goes on|nhận lại giấy tờ|handed in/;
      const textsOf = (more: object) =>
        renderAll(planDossier(createDossierEvent(name, createSnapshot({ currentDue: null, ...more }), changes[name])));
      expect(textsOf({ code: null, receivedAt: null }).filter((text) => promised.test(text))).toEqual([]);
      expect(textsOf({}).some((text) => promised.test(text))).toBe(true);
    },
  );

  it.each(['due-soon', 'breached'] as const)('staff of %s, even of a dossier without a code', (name) => {
    const tell = ['specialist', 'counter-officer', 'head', 'head-above'] as const;
    const drafts = planAlert(createAlert(name, { code: null, tell: [...tell] }));
    expect(drafts.map(({ recipient }) => recipient.id).sort()).toEqual(['an', 'chi', 'dung', 'giang']);
    expect(renderAll(drafts).length).toBeGreaterThan(8);
  });

  it('the head of a recovery and of a new calendar', () => {
    const { dossierId, ...whose } = createSubject();
    const clock = { clock: 'dossier', generation: 2, due, originalDue: null } as const;
    const recovery = { ...whose, ...clock, dossierId, by: 'closed', breachedDue: due, newDue: null, lateMinutes: 95 } as const;
    const change = {
      unit: 'xa-a',
      path: ['tinh', 'huyen', 'xa-a'],
      calendar: { id: 'vn', version: 2 },
      timeZone: 'Asia/Ho_Chi_Minh',
    };
    const counts = { dossiers: 14, earlier: 2, later: 12 };
    expect(renderAll(planAlert(createSlaEvent('recovered', dossierId, recovery)))).toHaveLength(2);
    expect(renderAll(planAlert(createSlaEvent('calendar-changed', 'xa-a', { ...change, ...counts })))).toHaveLength(4);
  });
});
