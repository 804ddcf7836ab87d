import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appendToArchive, createArchive } from '@motcua/kafka/testing';
import { inTransaction } from '@motcua/postgres';
import { Pool } from 'pg';
import { fireTimers } from '../../clocks/firing/fire-timers.ts';
import { releaseHolds } from '../../clocks/firing/release-holds.ts';
import { slaRole } from '../../migrations/migrate-sla.ts';
import { at, DossierHistory } from '../../testing/dossier-history.builder.ts';
import { createFollowing } from '../../testing/follow.ts';
import { createSlaDatabase, type SlaDatabase } from '../../testing/sla-database.ts';
import { SlaEventFixture } from '../../testing/sla-event-fixture.ts';
import { verifyClocks } from '../../verify/verify-clocks.query.ts';

let sla: SlaDatabase;
let admin: Pool;
beforeAll(async () => {
  sla = await createSlaDatabase();
  admin = new Pool({ connectionString: sla.database.url, max: 1 });
  await createArchive(admin, 'intake', slaRole);
}, 60_000);
afterAll(async () => {
  await admin.end();
  await sla.close();
});
beforeEach(async () => {
  await SlaEventFixture.empty(sla);
  await sla.followLog();
  await admin.query('TRUNCATE intake.archive');
});

async function follow(...histories: readonly DossierHistory[]): Promise<void> {
  const events = histories.flatMap((history) => history.events);
  await appendToArchive(admin, 'intake', events);
  await createFollowing(sla).follow(events);
}
async function fire(): Promise<void> {
  await sla.pool.query(`UPDATE sla.reading SET current_at = clock_timestamp() + interval '1 second'`);
  await releaseHolds(sla.pool);
  while ((await fireTimers(sla.pool, { batchSize: 100 })).fired > 0);
}
async function listClocks({ id }: DossierHistory, clock: string): Promise<unknown[]> {
  const find = 'SELECT state, due FROM sla.clock WHERE dossier_id = $1 AND clock = $2::sla.clock_name';
  return (await sla.pool.query<Record<string, unknown>>(find, [id, clock])).rows;
}
const toldOf = async ({ id }: DossierHistory): Promise<unknown[]> =>
  (await sla.listEvents())
    .filter(({ subject }) => subject === id)
    .map(({ type, data }) => [type.replace(/^vn\.motcua\.sla\.|\.v1$/g, ''), data['clock'], data['rung']]);
const verify = async () =>
  (await inTransaction(sla.pool, verifyClocks, { isolation: 'repeatable read', readOnly: true })).different;

const monday = at('2026-03-02 09:00');
const submitted = (): DossierHistory => new DossierHistory().submitted(monday);

describe('the acceptance of a submission', () => {
  it('warns nobody while the citizen is asked, and goes on from what was left', async () => {
    const asked = at('2026-03-02 11:00');
    const [waiting, completed] = [submitted().submissionAsked(asked), submitted().submissionAsked(asked)];
    completed.submissionCompleted(at('2026-03-04 09:00'));
    await sla.setClock(asked);
    await follow(waiting, completed);
    expect(await listClocks(waiting, 'acceptance')).toEqual([{ state: 'paused', due: null }]);
    expect(await listClocks(completed, 'acceptance')).toEqual([{ state: 'running', due: new Date(at('2026-03-04 17:00')) }]);
    await sla.setClock(at('2026-03-04 17:01'));
    await fire();
    expect(await toldOf(waiting)).toEqual([]);
    expect(await toldOf(completed)).toContainEqual(['breached', 'acceptance', 'breach']);
    expect(await verify()).toEqual([]);
  });

  it('is over where it is stopped, and a clock that ran on would be found', async () => {
    const stopped = submitted().submissionStopped(at('2026-03-02 10:00'));
    await sla.setClock(at('2026-03-02 10:00'));
    await follow(stopped);
    expect(await listClocks(stopped, 'acceptance')).toMatchObject([{ state: 'closed' }]);
    expect(await verify()).toEqual([]);
    await sla.pool.query(`UPDATE sla.clock SET state = 'running', next_at = now() WHERE dossier_id = $1`, [stopped.id]);
    expect(await verify()).toMatchObject([{ clock: 'acceptance', what: 'state', expected: 'closed', found: 'running' }]);
  });
});

describe('what an apology promises', () => {
  it('is told when it is broken, beside the due moment that was missed before', async () => {
    const dossier = new DossierHistory().received(monday).transferred(monday + 60_000);
    const late = at('2026-03-05 10:00');
    dossier.apologised(late, at('2026-03-06 10:00'));
    await sla.setClock(late);
    await follow(dossier);
    expect(await listClocks(dossier, 'promise')).toEqual([{ state: 'running', due: new Date(at('2026-03-06 10:00')) }]);
    await sla.setClock(at('2026-03-06 10:01'));
    await fire();
    const told = await toldOf(dossier);
    expect(told).toContainEqual(['breached', 'dossier', 'one-day-after']);
    expect(told).toContainEqual(['breached', 'promise', 'breach']);
    expect(await verify()).toEqual([]);
    await sla.pool.query(`UPDATE sla.clock SET due = due + interval '1 day' WHERE dossier_id = $1 AND clock = 'promise'`, [
      dossier.id,
    ]);
    expect(await verify()).toMatchObject([{ clock: 'promise', what: 'due' }]);
  });

  it('binds nobody where the apology is taken back', async () => {
    const late = at('2026-03-05 10:00');
    const dossier = new DossierHistory().received(monday).transferred(monday + 60_000);
    dossier.apologised(late, at('2026-03-06 10:00')).reverted(late + 60_000, 'apologised');
    await sla.setClock(late + 60_000);
    await follow(dossier);
    expect(await listClocks(dossier, 'promise')).toMatchObject([{ state: 'closed' }]);
    await sla.setClock(at('2026-03-06 10:01'));
    await fire();
    expect((await toldOf(dossier)).filter((told) => String(told).includes('promise'))).toEqual([]);
    expect(await verify()).toEqual([]);
  });
});
