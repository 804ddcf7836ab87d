import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Recommendation, RecommendationPage } from '@motcua/contracts';
import { Pool } from 'pg';
import { aUnit } from '../entries/documents.builder.ts';
import { startCatalogue, type RunningCatalogue } from '../testing/start-catalogue.ts';
import { aRecommendation } from './recommendation.builder.ts';

type Headers = Record<'authorization', string>;

let catalogue: RunningCatalogue;
let app: NestFastifyApplication;
let delegation: Headers;
let head: Headers;
let deputy: Headers;
let elsewhere: Headers;
beforeAll(async () => {
  catalogue = await startCatalogue();
  const { issuer } = catalogue;
  ({ app } = catalogue);
  const admin = await issuer.bearer({ role: 'admin' });
  [delegation, head, deputy, elsewhere] = await Promise.all([
    issuer.bearer({ sub: 'doan-giam-sat', role: 'delegation', unit: 'huyen' }),
    issuer.bearer({ sub: 'chu-tich', role: 'head', unit: 'dong-xuan' }),
    issuer.bearer({ sub: 'pho-chu-tich', role: 'head', unit: 'dong-xuan' }),
    issuer.bearer({ sub: 'khac', role: 'head', unit: 'van-linh' }),
  ]);
  const units = [
    aUnit({ code: 'huyen', kind: 'district-office' }),
    aUnit({ code: 'dong-xuan', parent: 'huyen' }),
    aUnit({ code: 'van-linh', parent: 'huyen' }),
  ];
  await app.inject({ method: 'PUT', url: '/v1/units', payload: units, headers: admin });
}, 60_000);
afterAll(() => catalogue.stop());

const put = (url: string, payload: object, headers: Headers) => app.inject({ method: 'PUT', url, payload, headers });
const list = async (query: string, headers = delegation): Promise<RecommendationPage> =>
  RecommendationPage.parse((await app.inject({ url: `/v1/recommendations?${query}`, headers })).json());
const make = async (overrides: Parameters<typeof aRecommendation>[0] = {}): Promise<string> => {
  const path = `/v1/recommendations/${randomUUID()}`;
  expect((await put(path, aRecommendation(overrides), delegation)).statusCode).toBe(201);
  return path;
};
const evidence = [{ documentNumber: '12/BC-UBND', date: '2023-02-01' }];

describe('a recommendation', () => {
  it('is kept once, with owner, due and where it was said, however often it is sent', async () => {
    const path = `/v1/recommendations/${randomUUID()}`;
    const [first, again] = [await put(path, aRecommendation(), delegation), await put(path, aRecommendation(), delegation)];
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    const made = Recommendation.parse(first.json());
    expect(made).toMatchObject({ ...aRecommendation(), by: 'doan-giam-sat', role: 'delegation', status: 'open', steps: [] });
    expect((await put(path, aRecommendation({ due: '2023-06-30' }), delegation)).json()).toMatchObject({
      status: 409,
      code: 'recommendation.id-taken',
    });
  });

  it('asks a unit that is there, the supervised one or one below it, for something still to come', async () => {
    const refused = async (overrides: Parameters<typeof aRecommendation>[0]): Promise<unknown> =>
      (await put(`/v1/recommendations/${randomUUID()}`, aRecommendation(overrides), delegation)).json();
    expect(await refused({ unit: 'nowhere' })).toMatchObject({ status: 404, code: 'unit.unknown' });
    expect(await refused({ owner: 'van-linh' })).toMatchObject({ status: 422, code: 'recommendation.owner-elsewhere' });
    expect(await refused({ due: '2022-12-04' })).toMatchObject({ status: 422, code: 'recommendation.due-too-early' });
    expect(await refused({ period: { from: '2022-10-31', to: '2022-01-01' } })).toMatchObject({
      status: 422,
      code: 'recommendation.period-backwards',
    });
    expect(await refused({ words: '  ' })).toMatchObject({ status: 400 });
    await make({ unit: 'huyen', owner: 'van-linh' });
    await make({ period: { from: '2022-01-01', to: '2022-01-01' } });
  });

  it('is followed up by who answers for the owner; what is done has evidence', async () => {
    const path = await make();
    const step = (status: 'in-progress' | 'done', more = {}) => ({
      status,
      words: 'Đã giao công chức số hóa.',
      evidence: [],
      ...more,
    });
    const say = (body: object, headers = head, id = randomUUID()) => put(`${path}/steps/${id}`, body, headers);
    expect((await say(step('in-progress'), elsewhere)).statusCode).toBe(403);
    expect((await say(step('in-progress'), delegation)).statusCode).toBe(403);
    expect((await say(step('done'))).json()).toMatchObject({ status: 422, code: 'recommendation.evidence-missing' });
    expect(Recommendation.parse((await say(step('in-progress'))).json()).status).toBe('in-progress');
    const id = randomUUID();
    const done = await say(step('done', { evidence }), head, id);
    expect([done.statusCode, (await say(step('done', { evidence }), head, id)).statusCode]).toEqual([201, 200]);
    const note = { documentNumber: '13/BC-UBND', date: '2023-02-01', note: 'bản bổ sung' };
    for (const [other, who] of [
      [step('in-progress', { evidence }), head],
      [step('done', { evidence: [...evidence, note] }), head],
      [step('done', { evidence: [note] }), head],
      [step('done', { evidence, words: 'Đã số hóa xong.' }), head],
      [step('done', { evidence }), deputy],
    ] as const)
      expect((await say(other, who, id)).json()).toMatchObject({ status: 409, code: 'recommendation.id-taken' });
    const found = Recommendation.parse(done.json());
    expect([found.status, found.steps.map(({ status, by, evidence: shown }) => [status, by, shown])]).toEqual([
      'done',
      [
        ['in-progress', 'chu-tich', []],
        ['done', 'chu-tich', evidence],
      ],
    ]);
    expect(
      (await put(`/v1/recommendations/${randomUUID()}/steps/${randomUUID()}`, step('in-progress'), head)).json(),
    ).toMatchObject({
      status: 404,
      code: 'recommendation.unknown',
    });
  });

  it('is listed for its unit and those above, newest first, page by page, as far as it was made by a day', async () => {
    const [one, two] = [await make({ words: 'Một.' }), await make({ unit: 'huyen', words: 'Hai.' })];
    const ids = [two, one].map((path) => path.split('/').at(-1));
    const first = await list('unit=huyen&limit=1');
    const second = await list(`unit=huyen&limit=1&cursor=${first.next ?? ''}`);
    expect([...first.recommendations, ...second.recommendations].map(({ id }) => id)).toEqual(ids);
    expect((await list('unit=dong-xuan')).recommendations.every(({ unit }) => unit === 'dong-xuan')).toBe(true);
    expect((await list('unit=huyen&madeBy=2022-12-31')).recommendations).toEqual([]);
    expect((await app.inject({ url: '/v1/recommendations?unit=huyen', headers: elsewhere })).statusCode).toBe(403);
  });

  it('is nothing that the service could change or take away', async () => {
    const pool = new Pool({ connectionString: catalogue.databaseUrl });
    for (const statement of ['DELETE FROM', 'UPDATE'])
      for (const table of ['recommendation', 'recommendation_step'])
        await expect(
          pool.query(`${statement} catalogue.${table}${statement === 'UPDATE' ? " SET words = ''" : ''}`),
        ).rejects.toThrow('permission denied');
    await pool.end();
  });
});
