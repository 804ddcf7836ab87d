import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fireTimers } from './fire-timers.ts';
import { at, DossierHistory } from '../../testing/dossier-history.builder.ts';
import { createFollowing } from '../../testing/follow.ts';
import { createSlaDatabase, type SlaDatabase } from '../../testing/sla-database.ts';
import { storedColumns, toEvent, type StoredRow } from './sla-events.relay.ts';

let sla: SlaDatabase;
beforeAll(async () => {
  sla = await createSlaDatabase();
});
afterAll(() => sla.close());

// PostgreSQL sets a space between the members of an array; nothing that reads JSON sees it.
const withoutSpaces = (body: string): string => body.replaceAll('", "', '","');

it('goes out as the previous release wrote it, which may run beside this one', async () => {
  await sla.followLog();
  const monday = at('2026-03-02 08:00');
  await sla.setClock(monday + 120_000);
  const { follow } = createFollowing(sla);
  for (const ruleSet of ['before-nd-61', undefined]) {
    const dossiers = [1, 2, 3].map(() =>
      new DossierHistory(ruleSet === undefined ? {} : { ruleSet }).received(monday).transferred(monday + 60_000),
    );
    dossiers[0]?.extended(at('2026-03-03 08:00'), at('2026-03-10 08:00'));
    await follow(dossiers.flatMap(({ events }) => events));
  }
  // Warnings one by one, then a long stop in which several steps are passed at once.
  for (const moment of ['2026-03-04 11:00', '2026-03-04 16:00', '2026-03-20 08:00'].map(at)) {
    await sla.setClock(moment + 123, 1);
    await sla.followLog();
    await fireTimers(sla.pool, { batchSize: 100 });
  }
  const { rows } = await sla.pool.query<StoredRow & { before: string }>(
    `SELECT ${storedColumns.join(', ')}, sla.event_body(event) AS before FROM sla.event ORDER BY xid, position`,
  );
  const bodies = rows.map((row) => toEvent(row).body);
  expect(bodies).toEqual(rows.map(({ before }) => withoutSpaces(before)));
  expect(bodies.some((body) => body.includes('due-soon'))).toBe(true);
  expect(bodies.some((body) => /"foldedRungs":\["[^\]]*",/.test(body))).toBe(true);
});
