import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createSlaFixture, type SlaFixture, type SlaInstance } from './testing/sla-service.ts';

let fixture: SlaFixture;
let instance: SlaInstance;
beforeAll(async () => {
  fixture = await createSlaFixture();
}, 60_000);
afterAll(() => fixture.close());

const importSession = randomUUID();
const imported = () =>
  new DossierHistory({ ruleSet: 'before-nd-61', imported: true, importSession }).received(at('2026-03-02 08:00'));
const clocks = async (condition: string) =>
  Number((await fixture.sla.pool.query<{ n: string }>(`SELECT count(*) AS n FROM sla.clock WHERE ${condition}`)).rows[0]?.n);
/** Until the log has been read on for longer than anything live is held. */
async function untilReadOn(): Promise<void> {
  const since = new Date().toISOString();
  await waitFor(
    async () =>
      (await fixture.sla.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM sla.reading WHERE current_at > $1', [since]))
        .rows[0]?.n === 2,
    { describe: 'both partitions to be read on' },
  );
}

it('of an import says each open and overdue clock once, as history, when its session has ended, and nothing of what ended', async () => {
  await fixture.sla.setClock(at('2026-03-20 08:00'));
  instance = await fixture.startInstance();
  const open = Array.from({ length: 40 }, imported);
  const late = Array.from({ length: 30 }, imported);
  const inTime = Array.from({ length: 20 }, imported);
  await fixture.publish([...open, ...late, ...inTime].flatMap(({ events }) => events));
  await waitFor(async () => (await clocks('import_session IS NOT NULL')) === 90, {
    describe: 'all clocks to be held',
    timeoutMs: 20_000,
  });
  await untilReadOn();
  for (const dossier of late) dossier.processed(at('2026-03-10 08:00'), at('2026-03-20 08:00'));
  for (const dossier of inTime) dossier.processed(at('2026-03-04 08:00'), at('2026-03-20 08:00'));
  await fixture.publish([...late, ...inTime].flatMap(({ events }) => events.slice(-1)));
  await waitFor(async () => (await clocks(`state = 'closed'`)) === 50, { describe: 'all ends', timeoutMs: 20_000 });
  await untilReadOn();
  expect(await fixture.readPublished()).toEqual([]);

  const settled = async (): Promise<unknown> => {
    const headers = await fixture.issuer.bearer({ role: 'admin' });
    return (await fetch(`${instance.url}/v1/import-sessions/${importSession}/clocks`, { headers })).json();
  };
  expect(await settled()).toEqual({ session: importSession, held: 90, isSettled: false });
  await fixture.endSession(importSession);
  await waitFor(async () => ((await settled()) as { isSettled: boolean }).isSettled, {
    describe: 'the session to be settled',
    timeoutMs: 30_000,
  });

  const published = async (type: string) =>
    (await fixture.readPublished()).filter((event) => event.type === `vn.motcua.sla.${type}.v1`);
  await waitFor(async () => (await published('overdue-judged')).length === 70, {
    describe: 'overdue causes of all that are late',
    timeoutMs: 30_000,
  });
  const breached = await published('breached');
  expect(breached.map(({ subject }) => subject).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  expect(breached[0]?.data).toMatchObject({
    rung: 'one-day-after',
    foldedRungs: ['four-fifths', 'four-hours-before', 'breach'],
    fromImport: true,
  });
  expect(await fixture.readPublished()).toHaveLength(110);
  expect([
    await clocks(`breached_at IS NOT NULL AND state = 'running'`),
    await clocks(`breached_at IS NOT NULL AND state = 'closed'`),
    await clocks('import_session IS NOT NULL OR held_until IS NOT NULL'),
  ]).toEqual([40, 30, 0]);
  const metrics = (await instance.operations.inject('/metrics')).body;
  expect(metrics).toMatch(/^motcua_sla_fire_lag_seconds_count\{[^}]*\} 0$/m);
  expect(metrics).toMatch(/^motcua_sla_imported_alerts_total\{[^}]*\} 40$/m);
}, 120_000);
