import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPgTransactions } from '@motcua/kafka';
import { waitFor } from '@motcua/testing';
import { at, DossierHistory } from '../../testing/dossier-history.builder.ts';
import { createFollowing } from '../../testing/follow.ts';
import { createSlaDatabase, type SlaDatabase } from '../../testing/sla-database.ts';
import { classifyBreaches } from '../../overdue-causes/classify-breaches.ts';
import { fireTimers } from './fire-timers.ts';
import { lockToFollow } from '../../outbox/order-locks.ts';

let sla: SlaDatabase;
beforeAll(async () => {
  sla = await createSlaDatabase();
});
afterAll(() => sla.close());

const monday = at('2026-03-02 08:00');
const fire = () => fireTimers(sla.pool, { batchSize: 7 });

describe('what is said of a dossier', () => {
  it('waits for a consumer that moved its cursor before, so that its transaction id is the higher one', async () => {
    await sla.setClock(monday);
    await sla.followLog();
    const { follow } = createFollowing(sla);
    const dossier = new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday);
    await follow(dossier.events);
    await sla.setClock(at('2026-03-05 09:00'));
    await sla.followLog();
    let fired: Promise<unknown> = Promise.resolve();
    await createPgTransactions(sla.pool, { beginWith: lockToFollow }).run(async (transaction) => {
      // A consumer that writes, and so has its id.
      await transaction.query('INSERT INTO sla.unjudged VALUES (gen_random_uuid())');
      fired = fire();
      await waitFor(
        async () =>
          (
            await sla.pool.query(
              `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
            )
          ).rowCount === 1,
        { describe: 'the timer to wait for the consumer' },
      );
      expect(await sla.listEvents()).toEqual([]);
    });
    expect(await fired).toMatchObject({ fired: 1 });
  });

  it('comes out in the order in which it came about while consumers, timers and classification work at once', async () => {
    await sla.setClock(monday);
    await sla.followLog(4);
    const { follow, data } = createFollowing(sla);
    const dossiers = Array.from({ length: 48 }, () => new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday));
    await Promise.all(
      [0, 1, 2, 3].map((lane) =>
        follow(
          dossiers.filter((_, index) => index % 4 === lane).flatMap(({ events }) => events),
          lane,
        ),
      ),
    );

    await sla.setClock(at('2026-03-05 09:00'));
    await sla.followLog(4);
    let isOver = false;
    const background = [fire, fire, () => classifyBreaches(sla.pool, data)].map(async (turn) => {
      while (!isOver) await turn();
    });
    await Promise.all(
      [0, 1, 2, 3].map(async (lane) => {
        for (const dossier of dossiers.filter((_, index) => index % 4 === lane)) {
          await follow(dossier.extended(at('2026-03-05 09:30'), at('2026-03-05 08:30')).events.slice(-1), lane);
          await follow(dossier.processed(at('2026-03-05 10:00')).events.slice(-1), lane);
        }
      }),
    );
    isOver = true;
    await Promise.all(background);
    while ((await fire()).fired > 0);

    const events = await sla.listEvents();
    for (const { id } of dossiers) {
      const own = events.filter(({ subject }) => subject === id);
      const generations = own.flatMap(({ data: { generation } }) => (typeof generation === 'number' ? [generation] : []));
      expect(generations).toEqual(generations.toSorted((one, other) => one - other));
      const judgements = own.flatMap(({ data: { judgement } }) => (typeof judgement === 'number' ? [judgement] : []));
      expect(judgements).toEqual(judgements.map((_, index) => index + 1));
      // A breach is announced before it is said to be over, and each at most once.
      const fired = own.map(({ type }) => type.split('.')[3]).filter((name) => name === 'breached' || name === 'recovered');
      expect([[], ['breached', 'recovered']]).toContainEqual(fired);
    }
    expect(events.some(({ type }) => type.includes('recovered'))).toBe(true);
  }, 60_000);
});
