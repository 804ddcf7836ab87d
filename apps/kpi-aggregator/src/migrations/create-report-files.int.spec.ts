import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ReportFileStore } from '../exports/report-files/report-file.store.ts';
import { createKpiDatabase, type KpiDatabase } from '../testing/kpi-database.ts';

let kpi: KpiDatabase;
beforeAll(async () => {
  kpi = await createKpiDatabase();
});
afterAll(() => kpi.close());

it('what files were written is added to by the service, twice the same is once, and nothing of it is changed', async () => {
  const store = new ReportFileStore(kpi.pool);
  const at = '2022-11-01T00:00:00.000Z';
  const period = { from: '2022-10-01', to: '2022-10-31' };
  const keep = store.keep({ name: 'ii06a-commune', unit: 'commune', period, asOf: at, writtenAt: at });
  const hash = 'a'.repeat(64);
  await keep(hash);
  await keep(hash);
  for (const change of [
    `UPDATE kpi.report_file SET hash = '${'b'.repeat(64)}'`,
    'DELETE FROM kpi.report_file',
    'TRUNCATE kpi.report_file',
  ])
    await expect(kpi.pool.query(change)).rejects.toThrow(/permission denied/);
  expect(await store.find(hash)).toEqual({ hash, name: 'ii06a-commune', unit: 'commune', period, asOf: at, writtenAt: at });
});
