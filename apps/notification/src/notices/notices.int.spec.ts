import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditAlarm, Notice, NoticePage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { createAlert, createDossierEvent, createSlaEvent, createSnapshot, type BuiltEvent } from '../testing/events.builder.ts';
import { runNotification, type RunningNotification } from '../testing/notification-service.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { createMember, handlers } from '../testing/staff.builder.ts';

const staff = {
  ...handlers,
  giang: createMember('huyen', 'head', { language: 'en' }),
  loan: createMember('huyen', 'leader'),
};
let fixture: RunningNotification;
beforeAll(async () => {
  fixture = await runNotification({ rules: shippedRules, staff });
}, 90_000);
afterAll(() => fixture.close(), 60_000);

const list = async (query: string): Promise<readonly Notice[]> =>
  (await fixture.call<NoticePage>(fixture.service, `/v1/notices?${query}`)).body.notices;

const noticesOf = (dossierId: string, count: number): Promise<readonly Notice[]> =>
  waitFor(
    async () => {
      const notices = await list(`dossier=${dossierId}`);
      return notices.length >= count && notices;
    },
    { describe: `${String(count)} notices of a dossier` },
  );

const dossierOf = ({ key }: BuiltEvent): string => key;

/** What was published before this has been read when it has been sent. */
async function untilRead(topic: 'slaEvents' | 'dossierEvents'): Promise<void> {
  const { rows } = await fixture.data.pool.query<{ partition: number }>(
    'SELECT partition FROM notification.consumer_offset WHERE topic = $1',
    [fixture.names[topic]],
  );
  expect(rows.length).toBeGreaterThan(0);
  await waitFor(
    async () => {
      const answer = await fixture.service.operations.inject('/health/ready');
      const { checks } = answer.json<{ checks: { projection: { lag: number } } }>();
      return checks.projection.lag === 0;
    },
    { describe: 'the streams to be read' },
  );
}

describe('news of a dossier that have a reason', () => {
  it('name it as the catalogue does, and where what was written about it is to be asked for', async () => {
    const change = { reasonCode: 'verification', newDue: '2026-12-27T09:30:00.000Z' };
    const event = createDossierEvent('extended', createSnapshot({ dossierVersion: 4 }), change);
    await fixture.publish('dossierEvents', [event]);
    await noticesOf(dossierOf(event), 1);
    const { rows } = await fixture.data.pool.query<{ data: Record<string, unknown>; variables: Record<string, unknown> }>(
      `SELECT data, variables, delivery.template_version FROM notification.notice JOIN notification.delivery ON notice_id = notice.id
       WHERE notice.dossier_id = $1 AND notice.recipient_kind = 'applicant'`,
      [dossierOf(event)],
    );
    expect(rows.length).toBeGreaterThan(0);
    const name = { vi: 'Cần xác minh, thẩm tra hồ sơ', en: 'The dossier has to be verified' };
    const kept = { reason: name, reasonVersion: 4 };
    for (const row of rows) expect(row).toMatchObject({ data: kept, variables: kept, template_version: 4 });
  });
});

describe('an alert', () => {
  it('is sent to whom the rules mean, in the inbox and by mail, with its reason and template version', async () => {
    const event = createAlert('breached', { officer: 'an' });
    await fixture.publish('slaEvents', [event]);
    const notices = await noticesOf(dossierOf(event), 2);
    expect(notices.map(({ rule, recipient, why, eventId }) => [rule, recipient.id, why, eventId]).sort()).toEqual([
      ['breached.head', 'dung', 'dossier/breach', event.id],
      ['breached.specialist', 'an', 'dossier/breach', event.id],
    ]);
    const inApp = await waitFor(
      async () => {
        const [notice] = await list(`dossier=${dossierOf(event)}&recipient=an`);
        return notice?.deliveries.find(({ channel, state }) => channel === 'in-app' && state === 'delivered');
      },
      { describe: 'it to be in the inbox' },
    );
    expect(inApp).toMatchObject({
      templateId: 'breached',
      templateVersion: 1,
      language: 'vi',
      attempts: [{ outcome: 'delivered' }],
    });
  });

  it('is sent once, however often it is published', async () => {
    const event = createAlert('breached', { officer: 'an' });
    await fixture.publish('slaEvents', [event, event]);
    await noticesOf(dossierOf(event), 2);
    const last = createAlert('breached', { officer: 'an', dossierId: dossierOf(event) });
    await fixture.publish('slaEvents', [event, last]);
    const notices = await noticesOf(dossierOf(event), 4);
    expect(notices.map(({ eventId }) => eventId).sort()).toEqual([event.id, event.id, last.id, last.id].sort());
  });

  it('for whom nobody is found is kept as unaddressed, and counted', async () => {
    const event = createAlert('breached', { responsibleUnit: 'la', responsiblePath: ['la'], handlingUnit: 'la' });
    await fixture.publish('slaEvents', [event]);
    const notices = await noticesOf(dossierOf(event), 1);
    expect(notices[0]).toMatchObject({ recipient: { kind: 'nobody', id: 'la' }, deliveries: [] });
    expect((await fixture.service.operations.inject('/metrics')).body).toMatch(
      /motcua_notices_unaddressed_total\{rule="breached[^}]*} [1-9]/,
    );
  });

  it('of a changed calendar is one summary to the head of the unit', async () => {
    const event = createSlaEvent('calendar-changed', 'xa-a', {
      unit: 'xa-a',
      path: ['tinh', 'huyen', 'xa-a'],
      calendar: { id: 'vn', version: 2 },
      timeZone: 'Asia/Ho_Chi_Minh',
      dossiers: 14,
      earlier: 2,
      later: 12,
    });
    await fixture.publish('slaEvents', [event]);
    const [notice] = await waitFor(
      async () => {
        const notices = await list('event=sla.calendar-changed');
        return notices.length > 0 && notices;
      },
      { describe: 'the summary' },
    );
    expect(notice).toMatchObject({ recipient: { kind: 'staff', id: 'dung' }, why: 'vn/2', dossierId: null });
  });
});

describe('the applicant', () => {
  it('is notified of every status change, as one who is known by his dossier alone', async () => {
    const snapshot = createSnapshot();
    const events = [
      createDossierEvent('received', snapshot),
      createDossierEvent('processed', { ...snapshot, dossierVersion: 2, status: 9 }),
    ];
    await fixture.publish('dossierEvents', events);
    const notices = await noticesOf(snapshot.dossierId, 2);
    expect(notices.map(({ event, recipient, template }) => [event, recipient, template])).toEqual([
      ['dossier.processed', { kind: 'applicant', id: 'applicant' }, 'processed'],
      ['dossier.received', { kind: 'applicant', id: 'applicant' }, 'received'],
    ]);
    expect(notices[0]?.deliveries).toMatchObject([{ templateId: 'processed' }]);
  });

  it('of an imported dossier, or of an event recorded a day late, notifies nobody', async () => {
    const imported = createSnapshot({ imported: true });
    const late = createSnapshot({ occurredAt: new Date(Date.now() - 25 * 3_600_000).toISOString() });
    const live = createSnapshot();
    await fixture.publish(
      'dossierEvents',
      [imported, late, live].map((snapshot) => createDossierEvent('received', snapshot)),
    );
    await noticesOf(live.dossierId, 1);
    await untilRead('dossierEvents');
    expect(await list(`dossier=${imported.dossierId}`)).toEqual([]);
    expect(await list(`dossier=${late.dossierId}`)).toEqual([]);
    const metrics = (await fixture.service.operations.inject('/metrics')).body;
    expect(metrics).toContain('motcua_notices_skipped_total{rule="applicant.received",reason="imported"');
    expect(metrics).toContain('motcua_notices_skipped_total{rule="applicant.received",reason="recorded-late"');
  });

  it('is notified of a new calendar only where his date moved', async () => {
    const [moved, stayed] = [createSnapshot(), createSnapshot()];
    const change = (previousDue: string | null) => ({
      reasonCode: 'calendar-changed',
      previousDue,
      calendarChange: { id: 'vn', version: 2, unitDossiers: 1, ledgerBefore: [], ledgerAfter: [] },
    });
    await fixture.publish('dossierEvents', [
      createDossierEvent('redated', stayed, change(stayed.currentDue)),
      createDossierEvent('redated', moved, change('2026-01-01T00:00:00.000Z')),
    ]);
    await noticesOf(moved.dossierId, 1);
    await untilRead('dossierEvents');
    expect(await list(`dossier=${stayed.dossierId}`)).toEqual([]);
  });
});

describe('a poisoned event', () => {
  it('holds the later ones of its dossier until it is dropped', async () => {
    const dossierId = randomUUID();
    const poison = createAlert('breached', { dossierId, officer: 'an', due: 'never' });
    const next = createAlert('breached', { dossierId, officer: 'an' });
    await fixture.publish('slaEvents', [poison, next]);
    const parked = await waitFor(
      async () => {
        const { body } = await fixture.call<{ deadLetters: { id: string; key: string }[] }>(
          fixture.service,
          '/v1/notification/dlq?status=parked',
        );
        const of = body.deadLetters.filter(({ key }) => key === dossierId);
        return of.length === 2 && of.toSorted((left, right) => Number(left.id) - Number(right.id));
      },
      { describe: 'both to be parked' },
    );
    expect(await list(`dossier=${dossierId}`)).toEqual([]);
    await fixture.call(fixture.service, `/v1/notification/dlq/${parked[0]!.id}/drop`, { method: 'POST' });
    await fixture.call(fixture.service, `/v1/notification/dlq/${parked[1]!.id}/replay`, { method: 'POST' });
    expect(await noticesOf(dossierId, 2)).toHaveLength(2);
  });
});

describe('an alarm of an audit log', () => {
  it('is told to who leads the unit, once an hour, in their language', async () => {
    const alarm = { kind: 'mass-look-up', service: 'dossier-intake', sub: 'nv-1', role: 'counter', unit: 'xa-a' } as const;
    const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
    const say = (subjects: number, more: Partial<AuditAlarm> = {}): BuiltEvent => {
      const told: AuditAlarm = { ...alarm, subjects, at: hoursAgo(2), ...more };
      return { id: randomUUID(), key: alarm.service, value: JSON.stringify(told) };
    };
    await fixture.publish('auditAlarms', [say(100), say(140), say(120, { unit: null }), say(200, { at: hoursAgo(0) })]);
    const notices = await waitFor(
      async () => {
        const found = await list('event=audit.mass-look-up');
        return found.length >= 4 && found;
      },
      { describe: 'the alarms to be told' },
    );
    expect(notices.map(({ rule, recipient, why }) => [rule, recipient.id, why]).sort()).toEqual([
      ['mass-look-up.head', 'dung', 'dossier-intake'],
      ['mass-look-up.head', 'dung', 'dossier-intake'],
      ['mass-look-up.leader', 'loan', 'dossier-intake'],
      ['mass-look-up.leader', 'loan', 'dossier-intake'],
    ]);
  });
});

describe('the proof', () => {
  it('comes in pages and as CSV', async () => {
    const snapshot = createSnapshot();
    const names = ['received', 'supplement-requested', 'supplement-received'] as const;
    const change = { 'supplement-requested': { reasonCode: 'x', ordinal: 1 } } as Record<string, object>;
    await fixture.publish(
      'dossierEvents',
      names.map((name, index) => createDossierEvent(name, { ...snapshot, dossierVersion: index + 1 }, change[name] ?? {})),
    );
    await noticesOf(snapshot.dossierId, 3);
    const query = `/v1/notices?dossier=${snapshot.dossierId}&limit=2`;
    const { body: first } = await fixture.call<NoticePage>(fixture.service, query);
    const { body: second } = await fixture.call<NoticePage>(fixture.service, `${query}&cursor=${String(first.next)}`);
    const seen = [first, second].flatMap(({ notices }) => notices.map(({ template }) => template));
    expect(second.next).toBeNull();
    expect(seen).toEqual(['supplement-received', 'supplement-requested', 'received']);
    const { body: csv } = await fixture.call<string>(fixture.service, `/v1/notices/export?dossier=${snapshot.dossierId}`);
    const lines = csv.trimEnd().split('\n');
    expect(lines[0]).toContain('noticeId,createdAt,event');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(snapshot.dossierId);
  });
});
