import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createSlaFixture, type SlaFixture, type SlaInstance } from './testing/sla-service.ts';

let fixture: SlaFixture;
let instance: SlaInstance;
const monday = at('2026-03-02 08:00');
const isLate = at('2026-03-05 09:00');
beforeAll(async () => {
  fixture = await createSlaFixture();
  await fixture.sla.setClock(monday + 180_000);
  instance = await fixture.startInstance();
}, 60_000);
afterAll(() => fixture.close());

const receive = () => new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday);
async function follow(dossiers: readonly DossierHistory[]): Promise<void> {
  await fixture.publish(dossiers.flatMap(({ events }) => events));
  const count = async () =>
    (await fixture.sla.pool.query('SELECT FROM sla.clock WHERE dossier_id = ANY ($1)', [dossiers.map(({ id }) => id)])).rowCount;
  await waitFor(async () => (await count()) === dossiers.length, { describe: 'the clocks', timeoutMs: 20_000 });
}
const check = async (name: string): Promise<Record<string, unknown> | undefined> =>
  (await instance.operations.inject('/health/ready')).json<{ checks: Record<string, Record<string, unknown>> }>().checks[name];
const logProgress = () => check('log-progress');
const gauge = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (.+)$`, 'm').exec((await instance.operations.inject('/metrics')).body)?.[1]);
const breached = async (dossiers: readonly DossierHistory[]) =>
  (await fixture.sla.listEvents())
    .filter(({ type, subject }) => type.includes('breached') && dossiers.some(({ id }) => id === subject))
    .map(({ subject }) => subject)
    .toSorted();

describe('a deadline that cannot be judged', () => {
  it('waits while the relay of the log stands still, is told, and fires when the log has been read up to it', async () => {
    const processed = Array.from({ length: 8 }, receive);
    const forgotten = Array.from({ length: 8 }, receive);
    const both = [...processed, ...forgotten];
    await follow(both);
    expect(await logProgress()).toMatchObject({ ready: true, unjudged: 0 });

    await fixture.stallRelay();
    await fixture.sla.setClock(isLate);
    await waitFor(async () => (await gauge('motcua_sla_unjudged_clocks')) === 16, {
      describe: 'the clocks that cannot be judged to be told',
      timeoutMs: 20_000,
    });
    expect(await gauge('motcua_sla_log_behind_seconds')).toBeGreaterThan(4);
    expect(await logProgress()).toMatchObject({
      ready: true,
      unjudged: 16,
      reason: expect.stringMatching(/^timers rest: .* partitions 0, 1 of the dossier log .*16 clocks that are due wait/),
    });
    expect(await breached(both)).toEqual([]);

    // What was clicked before it was late comes out of the table now, and the log says so behind it.
    for (const dossier of processed) dossier.processed(at('2026-03-05 07:59:55'));
    await fixture.publish(processed.flatMap(({ events }) => events.slice(-1)));
    fixture.resumeRelay();
    await waitFor(async () => (await breached(both)).length > 0, { describe: 'alerts', timeoutMs: 20_000 });
    await waitFor(async () => (await gauge('motcua_sla_unjudged_clocks')) === 0, { describe: 'nothing to be left' });
    await waitFor(async () => (await breached(both)).length === 8, { describe: 'all alerts', timeoutMs: 20_000 });
    expect(await breached(both)).toEqual(forgotten.map(({ id }) => id).toSorted());
    expect(await logProgress()).not.toHaveProperty('reason');
  }, 90_000);

  it('waits while the projection does not run, though the log goes on, and is told', async () => {
    await fixture.sla.setClock(monday + 180_000);
    const dossiers = Array.from({ length: 4 }, receive);
    await follow(dossiers);
    // As after a log that lost its end: the projection stands behind it, and refuses to guess.
    await fixture.sla.pool.query('UPDATE sla.consumer_offset SET next_offset = next_offset + 1000000, epoch = epoch + 1');
    await waitFor(async () => (await check('projection'))?.['state'] === 'refused', {
      describe: 'the projection to stop',
      timeoutMs: 30_000,
    });
    await fixture.sla.setClock(isLate);
    await waitFor(async () => (await logProgress())?.['unjudged'] === 4, {
      describe: 'the clocks to be told',
      timeoutMs: 20_000,
    });
    expect(await breached(dossiers)).toEqual([]);
  }, 90_000);
});
