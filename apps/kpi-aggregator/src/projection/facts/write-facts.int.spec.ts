import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TransientError } from '@motcua/kafka';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { waitFor } from '@motcua/testing';
import { parseDossierEvent, type DossierEvent } from '../../events/dossier-event.ts';
import { createKpiDatabase, type KpiDatabase } from '../../testing/kpi-database.ts';
import { createEvent, createSnapshot } from '../../testing/snapshot.builder.ts';
import { cellsOf, factsOf } from '../../testing/table-rows.ts';
import { localDays } from '../../time/local-days.ts';
import { Dimensions } from '../dimensions/dimensions.ts';
import { EventProjector } from '../project-events.ts';

let kpi: KpiDatabase;
beforeAll(async () => {
  kpi = await createKpiDatabase();
});
afterAll(() => kpi.close());

it('writes no state over a newer one that another transaction wrote meanwhile, and says that it can be run again', async () => {
  const dimensions = new Dimensions(kpi.pool);
  const projector = new EventProjector(dimensions, localDays);
  const snapshot = createSnapshot();
  const event = (name: 'received' | 'transferred', dossierVersion: number) =>
    parseDossierEvent(createEvent(name, { ...snapshot, dossierVersion }).value);
  const run = (events: readonly DossierEvent[], meanwhile = (): Promise<unknown> => Promise.resolve()) =>
    inTransaction(kpi.pool, async (transaction) => {
      await projector.project(transaction, 0, 0, events);
      await meanwhile();
    });
  await run([event('received', 1)]);
  let older: Promise<unknown> = Promise.resolve();
  await run([event('transferred', 3)], async () => {
    older = run([event('transferred', 2)]).catch((error: unknown) => error);
    const waits = `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`;
    await waitFor(async () => (await kpi.pool.query(waits)).rowCount === 1, {
      describe: 'the older one to wait for the newer',
    });
  });
  expect(await older).toBeInstanceOf(TransientError);
  await run([event('transferred', 2)]);
  expect(await factsOf(kpi.pool, 0)).toMatchObject([{ version: 3 }]);
  await projector.project(toTransaction(kpi.pool), 1, 0, [event('received', 1), event('transferred', 3)]);
  expect(await cellsOf(kpi.pool, 0)).toEqual(await cellsOf(kpi.pool, 1));
});
