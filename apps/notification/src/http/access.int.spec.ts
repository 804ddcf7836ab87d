import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Notice, NoticePage, StaffContactPage, TargetList } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createAlert } from '../testing/events.builder.ts';
import {
  createNotificationFixture,
  type CallAnswer,
  type NotificationFixture,
  type NotificationInstance,
} from '../testing/notification-service.ts';
import { units } from '../testing/reference.builder.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { createMember } from '../testing/staff.builder.ts';

const codes = units.map(({ code }) => code);
/** Written down by hand: what lies at or below each unit. */
const below: Readonly<Record<string, readonly string[]>> = {
  tinh: ['tinh', 'huyen', 'phong', 'xa-a', 'xa-b'],
  huyen: ['huyen', 'phong', 'xa-a', 'xa-b'],
  phong: ['phong'],
  'xa-a': ['xa-a'],
  'xa-b': ['xa-b'],
};
const paths: Readonly<Record<string, string[]>> = {
  tinh: ['tinh'],
  huyen: ['tinh', 'huyen'],
  phong: ['tinh', 'huyen', 'phong'],
  'xa-a': ['tinh', 'huyen', 'xa-a'],
  'xa-b': ['tinh', 'huyen', 'xa-b'],
};
const pairs = codes.flatMap((viewer) => codes.map((unit) => ({ viewer, unit, may: below[viewer]?.includes(unit) ?? false })));
const officers = ['counter', 'specialist', 'head', 'leader'] as const;

let fixture: NotificationFixture;
let service: NotificationInstance;
const notices = new Map<string, Notice>();

beforeAll(async () => {
  fixture = await createNotificationFixture();
  service = await fixture.startInstance();
  const staff = Object.fromEntries(codes.map((code) => [`head-${code}`, createMember(code, 'head')]));
  await fixture.seed(service, { rules: shippedRules.filter(({ id }) => id === 'breached.head'), staff });
  for (const unit of codes) {
    const event = createAlert('breached', {
      responsibleUnit: unit,
      responsiblePath: paths[unit] ?? [],
      handlingUnit: unit,
      tell: ['head'],
    });
    await fixture.publish('slaEvents', [event]);
    const [notice] = await waitFor(
      async () => {
        const { body } = await fixture.call<NoticePage>(service, `/v1/notices?dossier=${event.key}`);
        return body.notices.length > 0 && body.notices;
      },
      { describe: `the notice of ${unit}` },
    );
    if (notice !== undefined) notices.set(unit, notice);
    const target = { target: 0.95, validFrom: '2000-01-01', validTo: null };
    await fixture.call(service, `/v1/targets/${unit}/on-time.766`, { method: 'PUT', body: target });
  }
}, 120_000);
afterAll(() => fixture.close(), 60_000);

/** Every role sees its unit and what lies below; as a stranger, lest one reads his own. */
const ask = <Body>(viewer: string, path: string, role: (typeof officers)[number] = 'specialist'): Promise<CallAnswer<Body>> =>
  fixture.call<Body>(service, path, { as: { role, unit: viewer, sub: 'stranger' } });

describe.each(pairs)('$viewer looks at $unit', ({ viewer, unit, may }) => {
  it(may ? 'and reads its notices' : 'and is refused', async () => {
    for (const role of officers) {
      const listed = await ask<NoticePage>(viewer, `/v1/notices?unit=${unit}`, role);
      expect([role, listed.status]).toEqual([role, may ? 200 : 403]);
      if (may) expect(listed.body.notices.map((notice) => notice.unit)).toContain(unit);
    }
  });

  it(may ? 'and reads a single one' : 'and is not told that there is one', async () => {
    const single = await ask<Notice>(viewer, `/v1/notices/${notices.get(unit)?.id ?? ''}`);
    expect(single.status).toBe(may ? 200 : 404);
  });

  it(may ? 'and finds it by its dossier and by its recipient' : 'and finds nothing', async () => {
    const { dossierId, recipient } = notices.get(unit) as Notice;
    for (const search of [`dossier=${String(dossierId)}`, `recipient=${recipient.id}`]) {
      const found = await ask<NoticePage>(viewer, `/v1/notices?${search}`);
      expect(found.body.notices.map(({ id }) => id)).toEqual(may ? [notices.get(unit)?.id] : []);
    }
    const exported = await ask<string>(viewer, `/v1/notices/export?dossier=${String(dossierId)}`);
    expect(exported.body.includes(String(dossierId))).toBe(may);
  });

  it(may ? 'and reads its staff and its target as head' : 'and reads neither its staff nor its target', async () => {
    const staff = await ask<StaffContactPage>(viewer, `/v1/staff-contacts?unit=${unit}`, 'head');
    expect(staff.status).toBe(may ? 200 : 403);
    if (may)
      expect(staff.body.staff.map(({ id }) => id).sort()).toEqual((below[unit] ?? []).map((code) => `head-${code}`).sort());
    expect((await ask(viewer, `/v1/staff/head-${unit}/contact`, 'head')).status).toBe(may ? 200 : 403);
    const { body } = await ask<TargetList>(viewer, '/v1/targets');
    expect(body.targets.some((target) => target.unit === unit)).toBe(may);
  });
});

describe('everybody', () => {
  it('lists without a question exactly what lies at or below his unit', async () => {
    for (const viewer of codes) {
      const { body } = await ask<NoticePage>(viewer, '/v1/notices');
      expect(body.notices.map(({ unit }) => unit).sort()).toEqual([...(below[viewer] ?? [])].sort());
    }
  });

  it('may read his own notices, wherever it belongs', async () => {
    const as = { role: 'specialist', unit: 'xa-b', sub: 'head-xa-a' } as const;
    const { body } = await fixture.call<NoticePage>(service, '/v1/notices?recipient=head-xa-a', { as });
    expect(body.notices).toHaveLength(1);
  });

  it('is refused what is an administrator’s: rules, staff, targets, dead letters', async () => {
    const as = { role: 'head', unit: 'tinh' } as const;
    const target = { target: 0.9, validFrom: '2000-01-01', validTo: null };
    const answers = await Promise.all([
      fixture.call(service, `/v1/notification-rules/${shippedRules[0]?.id ?? ''}`, { method: 'PUT', as, body: shippedRules[0] }),
      fixture.call(service, '/v1/staff/somebody/contact', { method: 'PUT', as, body: createMember('xa-a', 'head').contact }),
      fixture.call(service, '/v1/targets/xa-a/on-time.766', { method: 'PUT', as, body: target }),
      fixture.call(service, '/v1/notification/dlq', { as }),
      fixture.call(service, '/v1/staff-contacts', { as }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('has his own preferences and nobody else’s', async () => {
    const body = { mute: ['due-soon'], channels: ['mail'], digest: false };
    const put = (sub: string) =>
      fixture.call(service, '/v1/staff/head-xa-a/preferences', { method: 'PUT', as: { role: 'head', unit: 'xa-a', sub }, body });
    expect((await put('head-xa-b')).status).toBe(403);
    expect(await put('head-xa-a')).toMatchObject({ status: 200, body: { preferences: body } });
  });

  it('is told that there is no such unit for a target', async () => {
    const body = { target: 0.9, validFrom: '2000-01-01', validTo: null };
    const url = `/v1/targets/${encodeURIComponent('Bà Hoa 0912345678')}/on-time.766`;
    const answer = await fixture.call(service, url, { method: 'PUT', body });
    expect(answer).toMatchObject({ status: 422, body: { code: 'unit.unknown' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/Hoa|0912345678/);
  });

  it('is told that what is no template cannot be muted, without being told what it was', async () => {
    const preferences = { mute: ['due-soon', 'Bà Hoa 0912345678'], channels: [], digest: false };
    const as = { role: 'head', unit: 'xa-a', sub: 'head-xa-a' } as const;
    const own = await fixture.call(service, '/v1/staff/head-xa-a/preferences', { method: 'PUT', as, body: preferences });
    const { contact } = createMember('xa-a', 'head');
    const entered = await fixture.call(service, '/v1/staff/head-xa-a/contact', {
      method: 'PUT',
      body: { ...contact, preferences },
    });
    for (const { status, body } of [own, entered]) {
      expect([status, body]).toEqual([422, expect.objectContaining({ code: 'preferences.template-unknown' })]);
      expect(JSON.stringify(body)).not.toMatch(/Hoa|0912345678/);
    }
  });

  it('is told what is wrong with a rule that no template fits', async () => {
    const put = (template: string) => {
      const body = { ...shippedRules[0], id: 'mine', template };
      return fixture.call<{ code: string }>(service, '/v1/notification-rules/mine', { method: 'PUT', body });
    };
    expect(await put('nothing')).toMatchObject({ status: 422, body: { code: 'rule.template-unfit' } });
    expect(await put('processed')).toMatchObject({ status: 422, body: { code: 'rule.template-unfit' } });
  });
});
