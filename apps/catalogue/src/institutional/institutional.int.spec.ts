import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TestIssuer } from '@motcua/auth/testing';
import { InstitutionalEntry, InstitutionalFigureEvent, InstitutionalList, type InstitutionalFigure } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { Client } from 'pg';
import { aUnit } from '../entries/documents.builder.ts';
import { startCatalogue, type RunningCatalogue } from '../testing/start-catalogue.ts';
import { aCertificate, aModernOneStop, aNetworkFigure } from './figures.builder.ts';

let catalogue: RunningCatalogue;
let issuer: TestIssuer;
let app: NestFastifyApplication;
let admin: { authorization: string };

beforeAll(async () => {
  catalogue = await startCatalogue();
  ({ app, issuer } = catalogue);
  admin = await issuer.bearer({ role: 'admin' });
  const units = [
    aUnit({ code: 'huyen', kind: 'district-office' }),
    aUnit({ code: 'dong-xuan', parent: 'huyen', validTo: '2025-06-30' }),
    aUnit({ code: 'van-linh', parent: 'huyen', validTo: '2025-06-30' }),
    aUnit({ code: 'elsewhere' }),
    aUnit({ code: 'formerly' }),
    aUnit({ code: 'moved', parent: 'formerly', validTo: '2025-06-30' }),
  ];
  await app.inject({ method: 'PUT', url: '/v1/units', payload: units, headers: admin });
  const moved = aUnit({ code: 'moved', parent: 'elsewhere', validFrom: '2025-07-01' });
  await app.inject({ method: 'PUT', url: '/v1/units/moved', payload: moved, headers: admin });
}, 60_000);
afterAll(() => catalogue.stop());

const pathOf = ({ kind, unit }: InstitutionalFigure) => `/v1/institutional-figures/${kind}/${unit}`;
const put = (figure: InstitutionalFigure, { url = pathOf(figure), headers = admin } = {}) =>
  app.inject({ method: 'PUT', url, payload: figure, headers });
const get = async (url: string, headers = admin) => {
  const answer = await app.inject({ url, headers });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};

describe('an institutional figure', () => {
  it('is entered with its evidence, repeated without effect, corrected, and keeps its history', async () => {
    const unit = 'van-linh';
    const [first, corrected] = [aNetworkFigure({ unit }), aNetworkFigure({ unit, handled: 91 })];
    const statuses = [];
    for (const figure of [first, first, corrected, corrected]) statuses.push((await put(figure)).statusCode);
    expect(statuses).toEqual([201, 200, 201, 200]);
    const { status, body } = await get(pathOf(first));
    expect([status, InstitutionalEntry.parse(body)]).toEqual([200, expect.objectContaining({ version: 2, document: corrected })]);
    expect((await get(`${pathOf(first)}/history`)).body).toEqual({
      kind: 'network-dossiers',
      unit,
      versions: [
        expect.objectContaining({ version: 1, supersededBy: 2, document: first }),
        expect.objectContaining({ version: 2, supersededBy: null, document: corrected }),
      ],
    });
  });

  it('holds from its first day to its last', async () => {
    const not = aModernOneStop({ validFrom: '2020-01-01', validTo: '2021-05-31', modern: false });
    const since = aModernOneStop({ validFrom: '2021-06-01' });
    for (const figure of [not, since]) expect((await put(figure)).statusCode).toBe(201);
    expect((await get(`${pathOf(since)}?at=2021-05-31`)).body).toMatchObject({ document: not });
    expect((await get(`${pathOf(since)}?at=2021-06-01`)).body).toMatchObject({ document: since });
    expect(await get(`${pathOf(since)}?at=2019-12-31`)).toMatchObject({ status: 404, body: { code: 'institutional.not-found' } });
  });

  it.each<[string, number, string, Parameters<typeof put>]>([
    ['a part beyond its whole', 422, 'institutional.part-exceeds-whole', [aNetworkFigure({ handled: 101 })]],
    ['half a month', 422, 'institutional.not-a-month', [aNetworkFigure({ validFrom: '2022-10-15' })]],
    ['a certificate without an end', 422, 'institutional.end-missing', [aCertificate({ validTo: null })]],
    ['an end before the beginning', 422, 'reference.validity-invalid', [aCertificate({ validTo: '2020-01-01' })]],
    ['a unit nobody knows', 422, 'institutional.unit-unknown', [aCertificate({ unit: 'nowhere' })]],
    [
      'a path about another unit',
      422,
      'institutional.path-mismatch',
      [aCertificate(), { url: '/v1/institutional-figures/iso-9001/huyen' }],
    ],
    ['no evidence', 400, 'request.invalid', [aCertificate({ evidence: [] })]],
    ['a kind nobody knows', 400, 'request.invalid', [aCertificate(), { url: '/v1/institutional-figures/weather/dong-xuan' }]],
  ])('is refused for %s', async (_what, status, code, request) => {
    const answer = (await put(...request)).json<Record<string, unknown>>();
    expect([answer['status'], answer['code']]).toEqual([status, code]);
  });

  it('is refused where another validity holds already', async () => {
    const unit = 'huyen';
    expect((await put(aCertificate({ unit }))).statusCode).toBe(201);
    const overlapping = await put(aCertificate({ unit, validFrom: '2023-06-01', validTo: '2026-05-31' }));
    expect(overlapping.json()).toMatchObject({ status: 422, code: 'reference.validity-overlaps', entry: 'iso-9001/huyen' });
  });

  it('is entered by administrators alone', async () => {
    const headers = await issuer.bearer({ role: 'head', unit: 'dong-xuan' });
    expect((await put(aCertificate(), { url: pathOf(aCertificate()), headers })).json()).toMatchObject({
      status: 403,
      code: 'auth.forbidden',
    });
  });
});

describe('a single figure', () => {
  const leaderOf = (unit: string) => issuer.bearer({ role: 'leader', unit });
  const statusesOf = async (url: string, units: readonly string[]) =>
    Promise.all(units.map(async (unit) => (await get(url, await leaderOf(unit))).status));

  it('is read by its unit and those above, as the list is; so is its history, and whether there is one', async () => {
    const figure = aCertificate({ unit: 'van-linh' });
    await put(figure);
    const readers = ['van-linh', 'huyen', 'dong-xuan', 'elsewhere'];
    expect(await statusesOf(pathOf(figure), readers)).toEqual([200, 200, 403, 403]);
    expect(await statusesOf(`${pathOf(figure)}/history`, readers)).toEqual([200, 200, 403, 403]);
    expect(await statusesOf(pathOf(aModernOneStop({ unit: 'van-linh' })), readers)).toEqual([404, 404, 403, 403]);
  });

  it('of a unit that moved is read by the former parent where it held then, and not where it holds today', async () => {
    const then = aModernOneStop({ unit: 'moved', validFrom: '2024-01-01', validTo: '2025-06-30' });
    const now = aModernOneStop({ unit: 'moved', validFrom: '2025-07-01' });
    for (const figure of [then, now]) expect((await put(figure)).statusCode).toBe(201);
    const parents = ['formerly', 'elsewhere'];
    expect(await statusesOf(pathOf(now), parents)).toEqual([403, 200]);
    expect(await statusesOf(`${pathOf(now)}?at=2025-06-30`, parents)).toEqual([200, 403]);
    expect(await statusesOf(`${pathOf(now)}/history`, parents)).toEqual([403, 200]);
  });
});

describe('the figures of a subtree', () => {
  it('are those that count and hold in the period, with the units of its last day', async () => {
    await put(aNetworkFigure({ validFrom: '2022-09-01', validTo: '2022-09-30' }));
    await put(aNetworkFigure({ handled: 12 }));
    await put(aNetworkFigure({ unit: 'elsewhere' }));
    const url = '/v1/institutional-figures?unit=huyen&from=2022-10-01&to=2022-10-31';
    const list = InstitutionalList.parse((await get(`${url}&kind=network-dossiers`)).body);
    expect(list.units.map(({ code, kind }) => [code, kind])).toEqual([
      ['huyen', 'district-office'],
      ['dong-xuan', 'commune'],
      ['van-linh', 'commune'],
    ]);
    expect(list.figures.map(({ unit, document }) => [unit, document.validFrom])).toEqual([
      ['dong-xuan', '2022-10-01'],
      ['van-linh', '2022-10-01'],
    ]);
    const later = InstitutionalList.parse((await get('/v1/institutional-figures?unit=huyen&from=2026-01-01&to=2026-01-31')).body);
    expect([later.units, later.former].map((units) => units.map(({ code }) => code))).toEqual([['huyen'], []]);
  });

  it('keep what units entered that are gone by the end of the period', async () => {
    await put(aNetworkFigure({ validFrom: '2025-06-01', validTo: '2025-06-30' }));
    const url = '/v1/institutional-figures?unit=huyen&from=2025-06-01&to=2025-07-31&kind=network-dossiers';
    const list = InstitutionalList.parse((await get(url)).body);
    expect(list.units.map(({ code }) => code)).toEqual(['huyen']);
    expect(list.former.map(({ code }) => code)).toEqual(['dong-xuan', 'van-linh']);
    expect(list.figures.map(({ unit, document }) => [unit, document.validFrom])).toEqual([['dong-xuan', '2025-06-01']]);
  });

  it('are read by the service that has the scope, which writes none and reads nothing else', async () => {
    const service = await issuer.serviceBearer({ service: 'kpi-aggregator', audience: 'catalogue' });
    const url = '/v1/institutional-figures?unit=huyen&from=2025-01-01&to=2025-12-31';
    expect((await get(url, service)).status).toBe(200);
    expect((await get(url, await issuer.serviceBearer({ service: 'notification', audience: 'catalogue' }))).status).toBe(403);
    const other = await issuer.serviceBearer({ service: 'kpi-aggregator', audience: 'dossier-intake' });
    expect((await get(url, other)).status).toBe(401);
    expect((await get('/v1/units', service)).status).toBe(403);
    expect((await put(aNetworkFigure({ unit: 'huyen' }), { headers: service })).statusCode).toBe(403);
  });

  it('are read by those above them, and by nobody beside them', async () => {
    const url = '/v1/institutional-figures?unit=dong-xuan&from=2022-10-01&to=2022-10-31';
    expect((await get(url, await issuer.bearer({ role: 'leader', unit: 'huyen' }))).status).toBe(200);
    expect((await get(url, await issuer.bearer({ role: 'leader', unit: 'van-linh' }))).status).toBe(403);
    expect((await get(url.replace('dong-xuan', 'nowhere'))).status).toBe(404);
  });
});

it('goes out with every version of its kind and unit', async () => {
  const unit = 'elsewhere';
  await put(aModernOneStop({ unit, modern: false }));
  await put(aModernOneStop({ unit }));
  const client = new Client({ connectionString: catalogue.database.url });
  await client.connect();
  const { rows } = await client.query<{ topic: string; body: string }>(
    'SELECT topic, body FROM catalogue.ref_event WHERE code = $1 ORDER BY position',
    [`modern-one-stop/${unit}`],
  );
  const cursor = await waitFor(
    async () => {
      const { rows: found } = await client.query<{ done: boolean }>(
        'SELECT c.position >= max(e.position) AS done FROM catalogue.relay_cursor c, catalogue.ref_event e GROUP BY c.position',
      );
      return found[0]?.done;
    },
    { describe: 'the relay to publish all of it' },
  );
  await client.end();
  expect(cursor).toBe(true);
  expect(rows.map(({ topic }) => topic)).toEqual(['ref.institutional.v1', 'ref.institutional.v1']);
  const newest = InstitutionalFigureEvent.parse(JSON.parse(rows.at(-1)?.body ?? ''));
  expect(newest.data.versions.map(({ version, document }) => [version, 'modern' in document && document.modern])).toEqual([
    [1, false],
    [2, true],
  ]);
});
