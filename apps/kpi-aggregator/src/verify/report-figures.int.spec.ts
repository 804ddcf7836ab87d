import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportBoard, VerifyReport, RebuildStatus } from '@motcua/contracts';
import { createUnit } from '@motcua/contracts/testing';
import { waitFor } from '@motcua/testing';
import { createHistory } from '../testing/history.builder.ts';
import { createCommune, createEntries, createRatings } from '../testing/report/entered.ts';
import { runKpi, type RunningKpi } from '../testing/run-kpi.ts';

let kpi: RunningKpi;
const readBoard = async () => {
  const { rows = [] } = await kpi.call<Partial<ReportBoard>>('/v1/board/report?unit=huyen&from=2022-01-01&to=2022-10-31');
  return [rows[0]?.indicators['satisfaction'], rows[0]?.indicators['petitions']].map((figure) => [
    figure?.numerator,
    figure?.denominator,
  ]);
};
const whole = [
  [19, 20],
  [15, 16],
];
beforeAll(async () => {
  kpi = await runKpi({ logs: ['dossiers', 'ratings', 'institutional'] });
  await kpi.publishUnits([createUnit('huyen', 'district-office', null), ...['xa-1', 'xa-2', 'xa-3'].map(createCommune)]);
  await kpi.record.dossiers(createHistory('huyen'));
  await kpi.record.ratings(createRatings());
  await kpi.record.institutional(createEntries());
  await waitFor(async () => JSON.stringify(await readBoard()) === JSON.stringify(whole), { describe: 'the figures' });
}, 60_000);
afterAll(() => kpi.close(), 60_000);

const verify = () => kpi.call<VerifyReport>('/v1/verify', 'POST');

describe('figures that no dossier tells', () => {
  it('are recounted from the logs behind them', async () => {
    expect(await verify()).toMatchObject({ outcome: 'equal', checked: { ratings: 20, institutional: 5 } });
  });

  it.each([
    [
      'a rating',
      'rating',
      'UPDATE kpi.rating_0 SET satisfied = NOT satisfied WHERE dossier_id = (SELECT min(dossier_id::text)::uuid FROM kpi.rating_0)',
    ],
    [
      'its day',
      'rating',
      'UPDATE kpi.rating_0 SET day = day + 1 WHERE dossier_id = (SELECT min(dossier_id::text)::uuid FROM kpi.rating_0)',
    ],
    [
      'a version that counts no more',
      'institutional',
      `UPDATE kpi.institutional_0 SET counts = NOT counts WHERE code = 'modern-one-stop/xa-1'`,
    ],
    ['the unit of an entry', 'institutional', `UPDATE kpi.institutional_0 SET unit = 'xa-3' WHERE code = 'petitions/xa-1'`],
  ])('are found where somebody tampered with %s', async (_what, kind, change) => {
    await kpi.admin.query('CREATE TABLE kept_ratings AS SELECT * FROM kpi.rating_0');
    await kpi.admin.query('CREATE TABLE kept_figures AS SELECT * FROM kpi.institutional_0');
    await kpi.admin.query(change);
    const found = await verify();
    await kpi.admin.query(`TRUNCATE kpi.rating_0, kpi.institutional_0;
      INSERT INTO kpi.rating_0 SELECT * FROM kept_ratings; INSERT INTO kpi.institutional_0 SELECT * FROM kept_figures;
      DROP TABLE kept_ratings, kept_figures`);
    expect([found.outcome, found.differences.map((difference) => difference.kind)]).toEqual(['different', [kind]]);
  });

  it('are built anew from the event tables alone', async () => {
    await kpi.admin.query('TRUNCATE kpi.rating_0, kpi.institutional_0');
    expect(await readBoard()).not.toEqual(whole);
    await kpi.call('/v1/rebuild', 'POST');
    await waitFor(async () => (await kpi.call<RebuildStatus>('/v1/rebuild')).state === 'done', { describe: 'the rebuild' });
    expect(await readBoard()).toEqual(whole);
    expect(await verify()).toMatchObject({ outcome: 'equal', checked: { ratings: 20, institutional: 5 } });
  });
});
