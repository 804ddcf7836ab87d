import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScoreReport, type DossierLinePage } from '@motcua/contracts';
import { period, startReportFixture, type ReportFixture } from '../../testing/report/report-fixture.ts';

let fixture: ReportFixture;
beforeAll(async () => {
  fixture = await startReportFixture();
}, 120_000);
afterAll(() => fixture.close(), 60_000);

const read = async (set: string, more = ''): Promise<ScoreReport> =>
  ScoreReport.parse((await fixture.get(`/v1/reports/scores/${set}?${period}${more}`)).body);
const criterionOf = ({ groups }: ScoreReport, id: string) =>
  groups.flatMap(({ criteria }) => criteria).find((one) => one.id === id);

describe('points of a unit', () => {
  it('are given for what is counted, entered and rated, and for nothing else', async () => {
    const report = await read('set-766');
    expect(criterionOf(report, '2.1')).toMatchObject({ numerator: 8, denominator: 9, points: 17.78, gain: 2.22, moreToFull: 1 });
    expect(criterionOf(report, '3.3')).toMatchObject({ numerator: 4, denominator: 9, points: 5.33 });
    // Nineteen of twenty are satisfied, and 90 % are enough; fifteen of sixteen petitions were answered on time: 5.625, half up.
    expect(criterionOf(report, '5.2')).toMatchObject({ numerator: 15, denominator: 16, points: 5.63 });
    expect(criterionOf(report, '5.4')).toMatchObject({ points: 6, gain: 0 });
    expect(criterionOf(report, '4.4')).toMatchObject({ points: null, missing: 'source-absent', opens: null });
    expect(criterionOf(report, '4.2')).toMatchObject({ points: null, missing: 'nothing-to-count' });
    expect([report.points, report.knownMax, report.max, report.next, report.grade]).toEqual([34.74, 38, 100, '2.1', null]);
  });

  it('open to as many dossiers as the numerator says', async () => {
    for (const id of ['2.1', '3.3']) {
      const one = criterionOf(await read('set-766'), id);
      const page = (await fixture.get<DossierLinePage>(one?.opens?.href ?? '')).body;
      expect([id, page.total]).toEqual([id, one?.numerator]);
    }
  });

  it('give no grade that the unknown could turn', async () => {
    const report = await read('tt-01-2018');
    expect([report.max, report.grade]).toEqual([18, null]);
    expect(criterionOf(report, '1')).toMatchObject({ numerator: 8, denominator: 9, points: 0 });
  });

  it('are refused where no version of the set holds', async () => {
    const answer = await fixture.get('/v1/reports/scores/tt-01-2018?unit=huyen&from=2026-01-01&to=2026-01-31');
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'score-set.unknown' }]);
  });

  it('are a file too', async () => {
    const csv = (await fixture.get<string>(`/v1/reports/scores/set-766/export?${period}&format=csv`)).body;
    expect(csv).toContain('2.1;Hồ sơ xử lý đúng hạn;');
    expect(csv).toContain(';17,78;2,22\r\n');
    expect(csv).toContain('chưa có số liệu');
    expect(csv.trimEnd()).toMatch(/SHA-256;[0-9a-f]{64}$/);
  });
});
