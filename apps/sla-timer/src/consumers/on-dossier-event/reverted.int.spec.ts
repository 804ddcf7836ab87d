import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fireTimers } from '../../clocks/firing/fire-timers.ts';
import { releaseHolds } from '../../clocks/firing/release-holds.ts';
import { classifyBreaches } from '../../overdue-causes/classify-breaches.ts';
import { at, DossierHistory } from '../../testing/dossier-history.builder.ts';
import { createFollowing } from '../../testing/follow.ts';
import { createSlaDatabase, type SlaDatabase } from '../../testing/sla-database.ts';
import { SlaEventFixture } from '../../testing/sla-event-fixture.ts';

let sla: SlaDatabase;
let following: ReturnType<typeof createFollowing>;
beforeAll(async () => {
  sla = await createSlaDatabase();
  following = createFollowing(sla);
});
afterAll(() => sla.close());
beforeEach(async () => {
  await SlaEventFixture.empty(sla);
  await sla.followLog();
});

const monday = at('2026-03-02 08:00');
const received = (): DossierHistory => new DossierHistory().received(monday).transferred(monday + 60_000);
const slips = {
  processed: (history: DossierHistory, when: number) => history.processed(when),
  transferred: (history: DossierHistory, when: number) => history.transferred(when, 'phong-nong-nghiep'),
  extended: (history: DossierHistory, when: number) => history.extended(when, at('2026-03-10 08:00')),
  'supplement-requested': (history: DossierHistory, when: number) => history.supplementRequested(when),
} as const;

/** What is kept of a dossier, without what tells how it came to be known. */
async function listKept(id: string): Promise<unknown> {
  const { rows: dossiers } = await sla.pool.query<{ subject: string }>('SELECT * FROM sla.dossier WHERE dossier_id = $1', [id]);
  const { rows: clocks } = await sla.pool.query(
    `SELECT clock, state, due, original_due, late_from, started_at, breached_at, closed_at, limit_minutes, step, schedule, next_at
     FROM sla.clock WHERE dossier_id = $1 ORDER BY clock`,
    [id],
  );
  return {
    clocks,
    dossiers: dossiers.map((row) => ({ ...row, dossier_id: '', version: 0, undo: null, subject: '' })),
  };
}

async function fire(): Promise<void> {
  await sla.pool.query(`UPDATE sla.reading SET current_at = clock_timestamp() + interval '1 second'`);
  await releaseHolds(sla.pool);
  while ((await fireTimers(sla.pool, { batchSize: 100 })).fired > 0);
  await classifyBreaches(sla.pool, following.data);
}
const toldOf = async (id: string): Promise<unknown[]> =>
  (await sla.listEvents())
    .filter(({ subject }) => subject === id)
    .map(({ type, data }) => [type.replace(/^vn\.motcua\.sla\.|\.v1$/g, ''), data['clock'], data['rung'] ?? data['cause']]);

describe('an event taken back', () => {
  it.each(Object.entries(slips))(
    '%s, leaves the dossier and its clocks as they were, in one batch or in two',
    async (name, slip) => {
      const when = at('2026-03-03 09:00');
      await sla.setClock(when);
      const [flawless, slipped, apart] = [received(), received(), received()];
      for (const history of [slipped, apart]) slip(history, when).reverted(when + 240_000, name as keyof typeof slips);
      await following.follow([...flawless.events, ...slipped.events]);
      await following.follow(apart.events.slice(0, -1));
      await following.follow(apart.events.slice(-1));
      await following.follow(apart.events); // once more, as after a rebalance
      expect(await listKept(slipped.id)).toEqual(await listKept(flawless.id));
      expect(await listKept(apart.id)).toEqual(await listKept(flawless.id));
    },
  );

  it('tells anew of a breach that was told to be over, and takes the cause of the end back', async () => {
    await sla.setClock(at('2026-03-05 08:30'));
    const dossier = received();
    await following.follow(dossier.events);
    await fire();
    const before = await toldOf(dossier.id);
    expect(before).toContainEqual(['breached', 'dossier', 'breach']);

    const over = at('2026-03-05 08:40');
    await sla.setClock(over);
    await following.follow(dossier.processed(over).events.slice(-1));
    expect((await toldOf(dossier.id)).slice(before.length)).toContainEqual(['recovered', 'dossier', undefined]);
    const between = await toldOf(dossier.id);
    await sla.setClock(over + 120_000);
    await following.follow(dossier.reverted(over + 120_000, 'processed').events.slice(-1));
    await fire();
    expect((await toldOf(dossier.id)).slice(between.length)).toContainEqual(['breached', 'dossier', 'breach']);
    const { rows } = await sla.pool.query(
      `SELECT state, breached_at FROM sla.clock WHERE dossier_id = $1 AND clock = 'dossier'`,
      [dossier.id],
    );
    expect(rows).toEqual([{ state: 'running', breached_at: new Date(at('2026-03-05 08:01')) }]);
  });

  it('of which this service never learnt is read from the state it left', async () => {
    const when = at('2026-03-03 09:00');
    await sla.setClock(when);
    const dossier = received()
      .processed(when)
      .reverted(when + 60_000, 'processed');
    await following.follow(dossier.events.slice(0, 2));
    await following.follow(dossier.events.slice(-1));
    const { rows } = await sla.pool.query(`SELECT state FROM sla.clock WHERE dossier_id = $1 AND clock = 'dossier'`, [
      dossier.id,
    ]);
    expect(rows).toEqual([{ state: 'running' }]);
  });
});
