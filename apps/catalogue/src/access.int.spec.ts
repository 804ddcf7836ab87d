import { RouteRules } from '@motcua/access';
import { askIn, createProber, findAccessFaults, listKitProbes, type Probe, type Prober } from '@motcua/access/testing';
import type { TestIssuer } from '@motcua/auth/testing';
import { referenceKinds, type ReferenceKind } from '@motcua/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { aUnit } from './entries/documents.builder.ts';
import { aFigureReport } from './figure-reports/figure-report.builder.ts';
import { aRecommendation } from './recommendations/recommendation.builder.ts';
import { aNetworkFigure } from './institutional/figures.builder.ts';
import { startCatalogue, type RunningCatalogue } from './testing/start-catalogue.ts';

const places = { same: 'dong-xuan', parent: 'huyen', sibling: 'van-linh' };
const path = ['huyen', 'dong-xuan'];

let catalogue: RunningCatalogue;
let issuer: TestIssuer;
let app: NestFastifyApplication;
let prober: Prober;
beforeAll(async () => {
  catalogue = await startCatalogue();
  ({ app, issuer } = catalogue);
  prober = createProber(
    issuer,
    askIn(() => app),
  );
  const headers = await issuer.bearer({ role: 'admin' });
  const units = [
    aUnit({ code: 'huyen', kind: 'district-office' }),
    aUnit({ code: 'dong-xuan', parent: 'huyen' }),
    aUnit({ code: 'van-linh', parent: 'huyen' }),
  ];
  await app.inject({ method: 'PUT', url: '/v1/units', payload: units, headers });
  await app.inject({ method: 'PUT', url: figure, payload: aNetworkFigure(), headers });
}, 60_000);
afterAll(() => catalogue.stop());

const figure = '/v1/institutional-figures/network-dossiers/dong-xuan';

const listReference = ({ get, send }: Prober): readonly Probe[] =>
  (Object.keys(referenceKinds) as ReferenceKind[]).flatMap((kind) => [
    { route: `GET /v1/${kind}`, action: 'reference.read', ask: get(() => `/v1/${kind}`) },
    { route: `GET /v1/${kind}/:code`, action: 'reference.read', ask: get(() => `/v1/${kind}/x`) },
    { route: `GET /v1/${kind}/:code/history`, action: 'reference.read', ask: get(() => `/v1/${kind}/x/history`) },
    { route: `PUT /v1/${kind}`, action: 'reference.write', ask: send('PUT', () => `/v1/${kind}`, []) },
    { route: `PUT /v1/${kind}/:code`, action: 'reference.write', ask: send('PUT', () => `/v1/${kind}/x`, {}) },
  ]);

const listFigures = ({ get, send }: Prober): readonly Probe[] => [
  {
    route: 'GET /v1/institutional-figures',
    action: 'institutional-figures.read',
    path,
    ask: get(() => '/v1/institutional-figures?unit=dong-xuan&from=2022-01-01&to=2022-10-31'),
  },
  { route: 'GET /v1/institutional-figures/:kind/:unit', action: 'institutional-figures.read', path, ask: get(() => figure) },
  {
    route: 'GET /v1/institutional-figures/:kind/:unit/history',
    action: 'institutional-figures.read',
    path,
    ask: get(() => `${figure}/history`),
  },
  {
    route: 'PUT /v1/institutional-figures/:kind/:unit',
    action: 'reference.write',
    ask: send('PUT', () => figure, aNetworkFigure()),
  },
];

const reported = '/v1/figure-reports/0198c0de-0000-7000-8000-000000000001';

const listReports = ({ get, send }: Prober): readonly Probe[] => [
  { route: 'GET /v1/figure-reports', action: 'figure-reports.answer', ask: get(() => '/v1/figure-reports') },
  { route: 'GET /v1/figure-reports/mine', action: 'figures.dispute', isOwn: true, ask: get(() => '/v1/figure-reports/mine') },
  {
    route: 'PUT /v1/figure-reports/:id',
    action: 'figures.dispute',
    path,
    ask: send('PUT', () => reported, aFigureReport('dong-xuan')),
  },
  {
    route: 'PUT /v1/figure-reports/:id/answer',
    action: 'figure-reports.answer',
    ask: send('PUT', () => `${reported}/answer`, { outcome: 'explained', words: 'x' }),
  },
];

const recommended = '/v1/recommendations/0198c0de-0000-7000-8000-000000000002';
const step = `${recommended}/steps/0198c0de-0000-7000-8000-000000000003`;

const listRecommendations = ({ get, send }: Prober): readonly Probe[] => [
  {
    route: 'GET /v1/recommendations',
    action: 'recommendations.read',
    path,
    ask: get(() => '/v1/recommendations?unit=dong-xuan'),
  },
  {
    route: 'PUT /v1/recommendations/:id',
    action: 'recommendations.make',
    path,
    ask: send('PUT', () => recommended, aRecommendation()),
  },
  {
    route: 'PUT /v1/recommendations/:id/steps/:step',
    action: 'recommendations.follow-up',
    path,
    ask: send('PUT', () => step, { status: 'in-progress', words: 'x', evidence: [] }),
  },
];

it('lets in on every route whom the table names, in their part of the tree, and nobody else', async () => {
  const ofTheKit = [...listKitProbes('catalogue', prober)];
  const probes = [...listReference(prober), ...listFigures(prober), ...listReports(prober), ...listRecommendations(prober)];
  expect(await findAccessFaults(app.get(RouteRules).list(), [...probes, ...ofTheKit], places)).toEqual([]);
}, 60_000);
