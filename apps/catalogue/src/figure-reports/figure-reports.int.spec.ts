import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TestIssuer } from '@motcua/auth/testing';
import { FigureReport, FigureReportPage } from '@motcua/contracts';
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { aUnit } from '../entries/documents.builder.ts';
import { startCatalogue, type RunningCatalogue } from '../testing/start-catalogue.ts';
import { aFigureReport } from './figure-report.builder.ts';

let catalogue: RunningCatalogue;
let issuer: TestIssuer;
let app: NestFastifyApplication;
let admin: { authorization: string };
let leader: { authorization: string };
beforeAll(async () => {
  catalogue = await startCatalogue();
  ({ app, issuer } = catalogue);
  [admin, leader] = await Promise.all([
    issuer.bearer({ role: 'admin' }),
    issuer.bearer({ sub: 'lan', role: 'leader', unit: 'huyen' }),
  ]);
  const units = [aUnit({ code: 'huyen', kind: 'district-office' }), aUnit({ code: 'dong-xuan', parent: 'huyen' })];
  await app.inject({ method: 'PUT', url: '/v1/units', payload: units, headers: admin });
}, 60_000);
afterAll(() => catalogue.stop());

const put = (url: string, payload: object, headers: { authorization: string }) =>
  app.inject({ method: 'PUT', url, payload, headers });
const list = async (query: string): Promise<FigureReportPage> =>
  FigureReportPage.parse((await app.inject({ url: `/v1/figure-reports?${query}`, headers: admin })).json());
const report = async (words: string): Promise<string> => {
  const path = `/v1/figure-reports/${randomUUID()}`;
  expect((await put(path, aFigureReport('dong-xuan', words), leader)).statusCode).toBe(201);
  return path;
};

describe('a figure that is reported to be wrong', () => {
  it('is kept once with who, when and the exact address, however often it is sent', async () => {
    const path = `/v1/figure-reports/${randomUUID()}`;
    const request = aFigureReport('dong-xuan');
    const first = await put(path, request, leader);
    const again = await put(path, request, leader);
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    expect(FigureReport.parse(first.json())).toMatchObject({ ...request, by: 'lan', role: 'leader', answer: null });
    expect((await put(path, aFigureReport('dong-xuan', 'Khác.'), leader)).statusCode).toBe(409);
    expect((await put(path, request, admin)).statusCode).toBe(409);
  });

  it('is of a unit that the catalogue knows, and says something', async () => {
    const path = `/v1/figure-reports/${randomUUID()}`;
    expect((await put(path, aFigureReport('nowhere'), leader)).json()).toMatchObject({ status: 404, code: 'unit.unknown' });
    expect((await put(path, aFigureReport('dong-xuan', '   '), leader)).statusCode).toBe(400);
  });

  it('waits until it is answered; the first answer stays', async () => {
    const path = await report('Thiếu một hồ sơ.');
    const answer = { outcome: 'corrected', words: 'Đã phát lại sự việc bị treo.' };
    expect((await put(`${path}/answer`, answer, leader)).statusCode).toBe(403);
    expect(FigureReport.parse((await put(`${path}/answer`, answer, admin)).json()).answer).toMatchObject(answer);
    expect((await put(`${path}/answer`, { ...answer, outcome: 'explained' }, admin)).json()).toMatchObject({
      status: 409,
      code: 'figure-report.answered',
    });
    expect((await put(`/v1/figure-reports/${randomUUID()}/answer`, answer, admin)).statusCode).toBe(404);
    const id = path.split('/').at(-1);
    expect((await list('state=open&limit=200')).reports.map((one) => one.id)).not.toContain(id);
    expect((await list('state=answered')).reports.find((one) => one.id === id)?.answer?.outcome).toBe('corrected');
  });

  it('is shown to whoever reported it with what became of it, and to no other reporter', async () => {
    const path = await report('Thừa một hồ sơ.');
    const answer = { outcome: 'explained', words: 'Hồ sơ tiếp nhận lúc 16:59.' };
    await put(`${path}/answer`, answer, admin);
    const ownOf = async (headers: { authorization: string }) =>
      FigureReportPage.parse((await app.inject({ url: '/v1/figure-reports/mine', headers })).json()).reports;
    const [newest] = await ownOf(leader);
    expect([newest?.words, newest?.answer]).toEqual(['Thừa một hồ sơ.', expect.objectContaining(answer)]);
    expect(await ownOf(await issuer.bearer({ sub: 'mai', role: 'leader', unit: 'huyen' }))).toEqual([]);
  });

  it('is listed newest first, page by page', async () => {
    const words = ['một', 'hai', 'ba'];
    for (const one of words) await report(one);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(`limit=2${cursor}`);
      seen.push(...page.reports.map((one) => one.words));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(seen.slice(0, 3)).toEqual(['ba', 'hai', 'một']);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is nothing that the service could take away again', async () => {
    const pool = new Pool({ connectionString: catalogue.databaseUrl });
    await expect(pool.query('DELETE FROM catalogue.figure_report')).rejects.toThrow('permission denied');
    await pool.end();
  });
});
