import {
  askAt,
  createProber,
  findAccessFaults,
  listKitProbes,
  listDeadLetterProbes,
  listRebuildProbes,
  type Probe,
  type Prober,
} from '@motcua/access/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NoticePage } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createAlert } from '../testing/events.builder.ts';
import {
  createNotificationFixture,
  type NotificationFixture,
  type NotificationInstance,
} from '../testing/notification-service.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { createMember } from '../testing/staff.builder.ts';

const places = { same: 'xa-a', parent: 'huyen', sibling: 'xa-b' };
const path = ['tinh', 'huyen', 'xa-a'];

let fixture: NotificationFixture;
let service: NotificationInstance;
let prober: Prober;
let notice: string;
let dossier: string;
beforeAll(async () => {
  fixture = await createNotificationFixture();
  service = await fixture.startInstance();
  prober = createProber(
    fixture.issuer,
    askAt(() => service.url),
  );
  const rules = shippedRules.filter(({ id }) => id === 'breached.head');
  await fixture.seed(service, { rules, staff: { 'head-xa-a': createMember('xa-a', 'head') } });
  const unit = { responsibleUnit: 'xa-a', responsiblePath: path, handlingUnit: 'xa-a' };
  const event = createAlert('breached', { ...unit, tell: ['head'] });
  dossier = event.key;
  await fixture.publish('slaEvents', [event]);
  const told = await waitFor(
    async () => (await fixture.call<NoticePage>(service, `/v1/notices?dossier=${dossier}`)).body.notices[0],
    { describe: 'the notice' },
  );
  notice = told.id;
  await fixture.call(service, '/v1/targets/xa-a/on-time.766', { method: 'PUT', body: target });
}, 120_000);
afterAll(() => fixture.close(), 60_000);

const target = { target: 0.95, validFrom: '2000-01-01', validTo: null };
const nobody = '0198f0c0-0000-7000-8000-000000000001';

/** Whose dead deliveries are whose, and sent anew by whom, is told by the spec of dead deliveries. */
const listNotices = ({ get, send }: Prober): readonly Probe[] => [
  { route: 'GET /v1/notices', action: 'notices.read', path, ask: get(() => '/v1/notices?unit=xa-a') },
  {
    route: 'GET /v1/notices',
    action: 'notices.read',
    path,
    ask: get(() => `/v1/notices?dossier=${dossier}`),
    shows: ({ body }) => String(body).includes(notice),
  },
  {
    route: 'GET /v1/notices/export',
    action: 'notices.read',
    path,
    ask: get(() => '/v1/notices/export'),
    shows: ({ body }) => String(body).includes(dossier),
  },
  { route: 'GET /v1/notices/:id', action: 'notices.read', path, ask: get(() => `/v1/notices/${notice}`), refusal: 404 },
  { route: 'GET /v1/deliveries/dead', action: 'deliveries.retry', isOwn: true, ask: get(() => '/v1/deliveries/dead') },
  {
    route: 'POST /v1/deliveries/retry',
    action: 'deliveries.retry',
    isOwn: true,
    ask: send('POST', () => '/v1/deliveries/retry', { reason: 'address-missing' }),
  },
  {
    route: 'POST /v1/deliveries/:id/retry',
    action: 'deliveries.retry',
    isOwn: true,
    ask: send('POST', () => `/v1/deliveries/${nobody}/retry`, {}),
  },
];

const listPeople = ({ get, send }: Prober): readonly Probe[] => [
  { route: 'GET /v1/staff-contacts', action: 'contacts.list', path, ask: get(() => '/v1/staff-contacts?unit=xa-a') },
  { route: 'GET /v1/staff-contacts', action: 'contacts.list', ask: get(() => '/v1/staff-contacts') },
  { route: 'GET /v1/staff/:id/contact', action: 'contacts.read', path, ask: get(() => '/v1/staff/head-xa-a/contact') },
  {
    route: 'PUT /v1/staff/:id/contact',
    action: 'contacts.write',
    ask: send('PUT', () => '/v1/staff/head-xa-a/contact', createMember('xa-a', 'head').contact),
  },
  {
    route: 'PUT /v1/staff/:id/preferences',
    action: 'contacts.write',
    ask: send('PUT', () => '/v1/staff/head-xa-a/preferences', { mute: [], channels: [], digest: false }),
  },
  { route: 'GET /v1/inbox', action: 'inbox.read', isOwn: true, ask: get(() => '/v1/inbox') },
  { route: 'GET /v1/inbox/live', action: 'inbox.read', isOwn: true, ask: get(() => '/v1/inbox/live') },
  { route: 'POST /v1/inbox/read-all', action: 'inbox.read', isOwn: true, ask: send('POST', () => '/v1/inbox/read-all') },
  { route: 'POST /v1/inbox/:id/read', action: 'inbox.read', isOwn: true, ask: send('POST', () => `/v1/inbox/${nobody}/read`) },
];

const listInstallation = ({ get, send }: Prober): readonly Probe[] => [
  { route: 'GET /v1/targets', action: 'targets.read', path, ask: get(() => '/v1/targets?unit=xa-a') },
  {
    route: 'GET /v1/targets',
    action: 'targets.read',
    path,
    ask: get(() => '/v1/targets'),
    shows: ({ body }) => String(body).includes('"xa-a"'),
  },
  {
    route: 'PUT /v1/targets/:unit/:indicator',
    action: 'reference.write',
    ask: send('PUT', () => '/v1/targets/xa-a/on-time.766', target),
  },
  { route: 'GET /v1/notification-rules', action: 'reference.read', ask: get(() => '/v1/notification-rules') },
  { route: 'PUT /v1/notification-rules/:id', action: 'reference.write', ask: send('PUT', () => '/v1/notification-rules/x', {}) },
  { route: 'GET /v1/notification-templates', action: 'reference.read', ask: get(() => '/v1/notification-templates') },
  {
    route: 'POST /v1/notification-templates/:id/preview',
    action: 'reference.read',
    ask: send('POST', () => '/v1/notification-templates/x/preview', {}),
  },
  { route: 'POST /v1/one-time-codes', action: 'one-time-codes.send', ask: send('POST', () => '/v1/one-time-codes', {}) },
  { route: 'GET /v1/webhooks', action: 'operate', ask: get(() => '/v1/webhooks') },
  { route: 'GET /v1/webhooks/:id', action: 'operate', ask: get(() => '/v1/webhooks/x') },
  { route: 'PUT /v1/webhooks/:id', action: 'operate', ask: send('PUT', () => '/v1/webhooks/x', {}) },
  { route: 'DELETE /v1/webhooks/:id', action: 'operate', ask: send('DELETE', () => '/v1/webhooks/x') },
];

it('lets in on every route whom the table names, in their part of the tree, and nobody else', async () => {
  const ofTheKit = [
    ...listKitProbes('notification', prober),
    ...listDeadLetterProbes('/v1/notification/dlq', prober),
    ...listRebuildProbes('/v1/notification/rebuild', prober),
  ];
  const probes = [listNotices, listPeople, listInstallation].flatMap((list) => list(prober));
  expect(await findAccessFaults(service.routes, [...probes, ...ofTheKit], places)).toEqual([]);
}, 60_000);
