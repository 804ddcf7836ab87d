import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { SlaEventFixture } from './testing/sla-event-fixture.ts';
import { createSlaFixture, type SlaFixture } from './testing/sla-service.ts';

let fixture: SlaFixture;
beforeAll(async () => {
  fixture = await createSlaFixture();
});
afterAll(() => fixture.close());

const monday = at('2026-03-02 08:00');
const make = (count: number): DossierHistory[] =>
  Array.from({ length: count }, () => new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday));

it('fires every escalation step once while instances come, go and lose their connections, and learn the log twice', async () => {
  const { sla } = fixture;
  await sla.setClock(monday);
  const first = await fixture.startInstance();
  const second = await fixture.startInstance();
  const warned = make(300);
  const silenced = make(100);
  await fixture.publish([...warned, ...silenced].flatMap(({ events }) => events));
  const count = async (sql: string) =>
    Number((await sla.pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]?.n);
  await waitFor(async () => (await count('sla.clock')) === 400, { describe: 'all clocks', timeoutMs: 30_000 });
  // The relay of the dossier log sends again what it is not sure of.
  await fixture.publish([...warned, ...silenced].flatMap(({ events }) => events));
  for (const dossier of silenced) dossier.processed(at('2026-03-03 08:00'));
  await fixture.publish(silenced.flatMap(({ events }) => events.slice(-1)));
  await waitFor(async () => (await count(`sla.clock WHERE state = 'closed'`)) === 100, { describe: 'ends', timeoutMs: 30_000 });

  await sla.setClock(at('2026-03-04 12:00'));
  for (let turn = 0; turn < 10; turn += 1) await SlaEventFixture.killConnections(sla, true);
  await first.close();
  await waitFor(async () => (await fixture.readPublished()).length >= 300, { describe: 'the warnings', timeoutMs: 40_000 });
  await fixture.startInstance();
  await sla.setClock(at('2026-03-05 08:01'));
  for (let turn = 0; turn < 10; turn += 1) await SlaEventFixture.killConnections(sla, true);
  await second.close();
  const breaches = async () =>
    new Set((await fixture.readPublished()).filter(({ type }) => type.includes('breached')).map(({ subject }) => subject)).size;
  await waitFor(async () => (await breaches()) === 300, { describe: 'the breaches', timeoutMs: 40_000 });

  const alerts = (await sla.listEvents()).filter(({ data }) => 'rung' in data).map(({ id }) => id);
  const expected = warned.flatMap(({ id }) => [`${id}/dossier/1/four-fifths`, `${id}/dossier/1/breach`]);
  expect(alerts.toSorted()).toEqual(expected.toSorted());
}, 150_000);
