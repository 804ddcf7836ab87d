import {
  askAt,
  createProber,
  findAccessFaults,
  listKitProbes,
  listDeadLetterProbes,
  type Probe,
  type Prober,
} from '@motcua/access/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import {
  createCauseLog,
  createDocumentLog,
  createEventLog,
  createInstitutionalLog,
  createRatingLog,
} from './testing/event-log.ts';
import { startReportFixture, type ReportFixture } from './testing/report/report-fixture.ts';

const places = { same: 'xa-1', parent: 'huyen', sibling: 'xa-2' };
const path = ['huyen', 'xa-1'];
const days = 'from=2022-01-01&to=2022-10-31';
const closed = randomUUID();
const plantedClose = `
  INSERT INTO kpi.period_close (id, unit, month, known_at, as_of, proposed_by, proposed_at, lagging, parked, names, rules, read_up_to, dossiers, content_hash)
  VALUES ($1, 'xa-1', '2022-01', now(), now(), 'tp-1', now(), 0, 0, '[{"name":"received/value","version":1}]', '[]', '[]', 0, '')`;

let running: ReportFixture;
let prober: Prober;
beforeAll(async () => {
  running = await startReportFixture();
  // What is verified and rebuilt from.
  const admin = new Pool({ connectionString: running.fixture.kpi.database.url });
  for (const create of [createEventLog, createCauseLog, createDocumentLog, createRatingLog, createInstitutionalLog])
    await create(admin);
  await admin.query(plantedClose, [closed]);
  await admin.end();
  prober = createProber(
    running.fixture.issuer,
    askAt(() => running.service.url),
  );
}, 120_000);
afterAll(() => running.close(), 60_000);

/** What was entered lies in the tree of today, and is for who may read the whole unit: the district here. */
const ofTheDistrict = ({ get }: Prober): readonly Probe[] => [
  {
    route: 'GET /v1/reports/supervision',
    action: 'reports.read',
    path: ['huyen'],
    ask: get(() => `/v1/reports/supervision?unit=huyen&${days}`),
  },
  {
    route: 'GET /v1/reports/supervision',
    action: 'reports.read',
    path: ['huyen'],
    ask: get(() => `/v1/reports/supervision?unit=huyen&${days}&format=html`),
  },
  {
    route: 'GET /v1/board/report',
    action: 'figures.read',
    path: ['huyen'],
    ask: get(() => `/v1/board/report?unit=huyen&${days}&by=unit`),
  },
  {
    route: 'GET /v1/reports/scores/:set',
    action: 'reports.read',
    path: ['huyen'],
    ask: get(() => `/v1/reports/scores/set-766?unit=huyen&${days}`),
  },
  {
    route: 'GET /v1/reports/scores/:set/export',
    action: 'figures.export',
    path: ['huyen'],
    ask: get(() => `/v1/reports/scores/tt-01-2018/export?unit=huyen&${days}`),
  },
  {
    route: 'GET /v1/indicators/:id/evidence',
    action: 'figures.open',
    path: ['huyen'],
    ask: get(() => `/v1/indicators/modern-one-stop/evidence?unit=huyen&${days}`),
  },
];

const listProbes = ({ get, send }: Prober): readonly Probe[] => [
  { route: 'GET /v1/indicators', action: 'indicators.read', ask: get(() => '/v1/indicators') },
  { route: 'GET /v1/board', action: 'figures.read', path, ask: get(() => `/v1/board?unit=xa-1&${days}`) },
  { route: 'GET /v1/board', action: 'figures.read', path, ask: get(() => `/v1/board?unit=xa-1&by=officer&${days}`) },
  { route: 'GET /v1/board/nearest', action: 'figures.read', path, ask: get(() => `/v1/board/nearest?unit=xa-1&${days}`) },
  { route: 'GET /v1/live', action: 'figures.watch', path, ask: get(() => `/v1/live?unit=xa-1&${days}`) },
  {
    route: 'GET /v1/indicators/:id/dossiers',
    action: 'figures.open',
    path,
    ask: get(() => `/v1/indicators/on-time.closed/dossiers?unit=xa-1&${days}`),
  },
  ...['csv', 'xlsx'].flatMap((format): Probe[] => [
    {
      route: 'GET /v1/board/export',
      action: 'figures.export',
      path,
      ask: get(() => `/v1/board/export?unit=xa-1&${days}&format=${format}`),
    },
    {
      route: 'GET /v1/indicators/:id/dossiers/export',
      action: 'figures.export',
      path,
      ask: get(() => `/v1/indicators/on-time.closed/dossiers/export?unit=xa-1&${days}&format=${format}`),
    },
  ]),
  {
    route: 'GET /v1/reports/ii06/:form',
    action: 'reports.read',
    path,
    ask: get(() => `/v1/reports/ii06/ii06a?unit=xa-1&${days}`),
  },
  {
    route: 'GET /v1/reports/handed-over',
    action: 'figures.open',
    path,
    ask: get(() => `/v1/reports/handed-over?unit=xa-1&${days}&form=ii06a&direction=in`),
  },
  {
    route: 'POST /v1/period-closes',
    action: 'periods.propose',
    path,
    ask: send('POST', () => '/v1/period-closes', { unit: 'xa-1', month: '2022-01' }),
  },
  { route: 'GET /v1/period-closes', action: 'figures.read', path, ask: get(() => '/v1/period-closes?unit=xa-1') },
  { route: 'GET /v1/period-closes/:id', action: 'figures.read', path, ask: get(() => `/v1/period-closes/${closed}`) },
  {
    route: 'GET /v1/period-closes/:id/dossiers',
    action: 'figures.open',
    path,
    ask: get(() => `/v1/period-closes/${closed}/dossiers?indicator=received`),
  },
  {
    route: 'GET /v1/period-closes/:id/comparison',
    action: 'figures.open',
    path,
    ask: get(() => `/v1/period-closes/${closed}/comparison`),
  },
  {
    route: 'POST /v1/period-closes/:id/confirmation',
    action: 'periods.confirm',
    path,
    ask: send('POST', () => `/v1/period-closes/${closed}/confirmation`),
  },
  {
    route: 'POST /v1/period-closes/:id/withdrawal',
    action: 'periods.confirm',
    path,
    ask: send('POST', () => `/v1/period-closes/${closed}/withdrawal`),
  },
  ...['csv', 'xlsx'].map((format): Probe => ({
    route: 'GET /v1/reports/ii06/:form/export',
    action: 'figures.export',
    path,
    ask: get(() => `/v1/reports/ii06/ii06b/export?unit=xa-1&${days}&format=${format}`),
  })),
  // Whoever reads reports anywhere may ask whether what they hold was written here: the hash is of what stands in it.
  {
    route: 'GET /v1/reports/files/:hash',
    action: 'reports.read',
    isOwn: true,
    ask: get(() => `/v1/reports/files/${'0'.repeat(64)}`),
  },
  { route: 'POST /v1/verify', action: 'operate', ask: send('POST', () => '/v1/verify?wait=0') },
  { route: 'GET /v1/rebuild', action: 'operate', ask: get(() => '/v1/rebuild') },
  { route: 'POST /v1/rebuild', action: 'operate', ask: send('POST', () => '/v1/rebuild') },
];

it('lets in on every route whom the table names, in their part of the tree, and nobody else', async () => {
  const ofTheKit = [...listKitProbes('kpi-aggregator', prober), ...listDeadLetterProbes('/v1/dlq', prober)];
  const probes = [...ofTheDistrict(prober), ...listProbes(prober)];
  expect(await findAccessFaults(running.service.routes, [...probes, ...ofTheKit], places)).toEqual([]);
}, 120_000);
