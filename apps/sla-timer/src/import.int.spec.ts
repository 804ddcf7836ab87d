import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createSlaFixture, type SlaFixture } from './testing/sla-service.ts';

let fixture: SlaFixture;
beforeAll(async () => {
  fixture = await createSlaFixture();
});
afterAll(() => fixture.close());

const imported = () => new DossierHistory({ ruleSet: 'before-nd-61', imported: true }).received(at('2026-03-02 08:00'));

it('of an import alerts once for each clock that is open and past due, and for none that ended, however late in the log', async () => {
  await fixture.sla.setClock(at('2026-03-20 08:00'));
  await fixture.startInstance();
  const open = Array.from({ length: 40 }, imported);
  const late = Array.from({ length: 30 }, imported);
  const inTime = Array.from({ length: 20 }, imported);
  await fixture.publish([...open, ...late, ...inTime].flatMap(({ events }) => events));
  const clocks = async (condition: string) =>
    Number((await fixture.sla.pool.query<{ n: string }>(`SELECT count(*) AS n FROM sla.clock WHERE ${condition}`)).rows[0]?.n);
  await waitFor(async () => (await clocks('held_until IS NOT NULL')) === 90, {
    describe: 'all clocks to be held',
    timeoutMs: 20_000,
  });
  for (const dossier of late) dossier.processed(at('2026-03-10 08:00'), at('2026-03-20 08:00'));
  for (const dossier of inTime) dossier.processed(at('2026-03-04 08:00'), at('2026-03-20 08:00'));
  await fixture.publish([...late, ...inTime].flatMap(({ events }) => events.slice(-1)));

  const published = async (type: string) =>
    (await fixture.readPublished()).filter((event) => event.type === `vn.motcua.sla.${type}.v1`);
  await waitFor(async () => (await published('overdue-judged')).length === 70, {
    describe: 'verdicts on all that are late',
    timeoutMs: 30_000,
  });
  expect((await published('breached')).map(({ subject }) => subject).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
  expect((await published('breached'))[0]?.data).toMatchObject({
    rung: 'one-day-after',
    foldedRungs: ['four-fifths', 'four-hours-before', 'breach'],
  });
  expect(
    (await fixture.readPublished())
      .map(({ type }) => type.split('.')[3])
      .filter((name) => name !== 'breached' && name !== 'overdue-judged'),
  ).toEqual([]);
  expect([
    await clocks(`breached_at IS NOT NULL AND state = 'running'`),
    await clocks(`breached_at IS NOT NULL AND state = 'closed'`),
  ]).toEqual([40, 30]);
}, 90_000);
