import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IndicatorEvidence, IndicatorView, InstitutionalKind } from '@motcua/contracts';
import { evidence } from '../../testing/report/entered.ts';
import { period, startReportFixture, type ReportFixture } from '../../testing/report/report-fixture.ts';

let fixture: ReportFixture;
beforeAll(async () => {
  fixture = await startReportFixture();
}, 90_000);
afterAll(() => fixture.close(), 60_000);

describe('institutional indicators', () => {
  const evidenceOf = (id: string, asking = {}) => fixture.get(`/v1/indicators/${id}/evidence?${period}`, asking);

  it('are listed with those of the boards, each with its definition and the way to what is behind it', async () => {
    const { indicators } = (await fixture.get<{ indicators: unknown[] }>('/v1/indicators')).body;
    const listed = indicators.map((one) => IndicatorView.parse(one));
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    expect(listed.find(({ id }) => id === 'on-time.closed')).toMatchObject({
      kind: 'rate',
      opens: { as: 'dossiers', href: '/v1/indicators/on-time.closed/dossiers' },
    });
    expect(listed.find(({ id }) => id === 'satisfaction')).toMatchObject({ kind: 'rating', opens: { href: '/v1/ratings' } });
    expect(listed.find(({ id }) => id === 'petitions')).toMatchObject({
      version: 1,
      kind: 'institutional',
      name: { vi: 'Phản ánh, kiến nghị trả lời đúng hạn', en: 'Petitions answered on time' },
      source: 'QĐ 766/QĐ-TTg 23/6/2022, 5.2',
    });
    const ids = listed.map(({ id }) => id);
    for (const { indicator } of [...(await fixture.report()).figures, ...(await fixture.report()).further])
      expect(ids).toContain(indicator);
  });

  it('are opened to the entries that make them, and where units are counted to those without', async () => {
    const modern = IndicatorEvidence.parse((await evidenceOf('modern-one-stop')).body);
    expect(modern).toMatchObject({ indicator: 'modern-one-stop', version: 1, numerator: 2, denominator: 3, missing: null });
    expect(modern.evidence.map(({ unit, documents }) => [unit, documents])).toEqual([
      ['xa-1', evidence],
      ['xa-2', evidence],
    ]);
    expect(modern.without).toEqual([{ unit: 'xa-3', unitName: 'Xã xa-3' }]);
    const petitions = IndicatorEvidence.parse((await evidenceOf('petitions')).body);
    expect(petitions).toMatchObject({ numerator: 15, denominator: 16, value: 15 / 16, without: [] });
    expect(petitions.evidence.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [9, 10],
      [6, 6],
    ]);
  });

  it('are in the report as they are opened, those beside the text too', async () => {
    const { figures, further } = await fixture.report();
    const counted = [...figures, ...further].filter(({ indicator }) => indicator !== 'satisfaction');
    const opened = [];
    for (const { id, numerator, denominator, missing, evidence: rows = [], without = [] } of counted) {
      const answer = await evidenceOf(id);
      if (answer.status !== 200) continue;
      expect(answer.body).toMatchObject({ indicator: id, numerator, denominator, missing, evidence: rows, without });
      opened.push(id);
    }
    expect(opened).toHaveLength(InstitutionalKind.options.length + 2); // two kinds are told by level
    expect(further.map(({ id, shown }) => [id, shown])).toContainEqual(['petitions', '94%']);
  });

  it('are opened as of the moment of their figure', async () => {
    const before = await fixture.get(`/v1/indicators/petitions/evidence?${period}&asOf=2022-04-15T00:00:00.000Z`);
    expect(before.body).toMatchObject({ numerator: 9, denominator: 10, evidence: [{ unit: 'huyen', version: 1 }] });
  });

  it('have nothing to count where the unit was not there in the period', async () => {
    const answer = await fixture.get('/v1/indicators/petitions/evidence?unit=huyen&from=1999-01-01&to=1999-12-31');
    expect(answer).toMatchObject({ status: 200, body: { value: null, missing: 'nothing-to-count', evidence: [] } });
  });

  it('are told apart from what is opened another way, and from what there is not', async () => {
    expect((await evidenceOf('on-time.closed')).body).toMatchObject({
      status: 422,
      code: 'indicator.opened-otherwise',
      detail: 'Behind "on-time.closed" are dossiers: GET /v1/indicators/on-time.closed/dossiers lists them.',
    });
    expect((await evidenceOf('satisfaction')).body).toMatchObject({
      status: 422,
      detail: expect.stringContaining('/v1/ratings'),
    });
    expect((await fixture.get(`/v1/indicators/petitions/dossiers?${period}`)).body).toMatchObject({
      code: 'indicator.opened-otherwise',
      detail: expect.stringContaining('/v1/indicators/petitions/evidence'),
    });
    expect((await evidenceOf('weather')).body).toMatchObject({ status: 404, code: 'indicator.unknown' });
  });

  it('are refused to whoever may not read the unit', async () => {
    const as = await fixture.fixture.issuer.token({ role: 'leader', unit: 'elsewhere' });
    expect((await fixture.get(`/v1/indicators/petitions/evidence?${period}`, { as })).status).toBe(403);
  });
});
