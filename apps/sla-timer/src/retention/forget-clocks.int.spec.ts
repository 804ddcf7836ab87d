import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@motcua/postgres';
import type { RetentionBatch } from '@motcua/service';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { fireTimers } from '../clocks/firing/fire-timers.ts';
import { at, DossierHistory } from '../testing/dossier-history.builder.ts';
import { createFollowing } from '../testing/follow.ts';
import { createSlaDatabase, type SlaDatabase } from '../testing/sla-database.ts';
import { SlaEventFixture } from '../testing/sla-event-fixture.ts';
import { forgetClocks } from './forget-clocks.ts';

const MONTHS = 24;
const monday = at('2024-03-04 08:00');
const overdue = at('2024-03-07 09:00');
const [withinTerm, afterTerm] = [at('2026-02-01 08:00'), at('2026-03-20 08:00')];
let sla: SlaDatabase;
let admin: pg.Client;
beforeAll(async () => {
  sla = await createSlaDatabase();
  admin = new pg.Client({ connectionString: sla.database.url });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin.end();
  await sla.close();
});
beforeEach(async () => {
  await SlaEventFixture.empty(sla);
  await publishUpTo('18446744073709551615');
});

const publishUpTo = (xid: string) =>
  admin.query(
    `INSERT INTO sla.relay_cursor (relay, store_id, epoch, xid, position, acknowledged)
     SELECT 'events', store_id::text, 1, $1::xid8, 9223372036854775807, '{}' FROM sla.store_identity
     ON CONFLICT (relay) DO UPDATE SET xid = excluded.xid`,
    [xid],
  );
/** A dossier that was warned of, and one that still is overdue. */
async function warn(): Promise<readonly [ended: DossierHistory, open: DossierHistory]> {
  const { follow } = createFollowing(sla);
  const [ended, open] = [1, 2].map(() => new DossierHistory({ ruleSet: 'before-nd-61' }).received(monday)) as [
    DossierHistory,
    DossierHistory,
  ];
  await sla.setClock(monday);
  await sla.followLog();
  await follow([...ended.events.splice(0), ...open.events.splice(0)]);
  await sla.setClock(overdue);
  await sla.followLog();
  await fireTimers(sla.pool, { batchSize: 100 });
  await follow(ended.processed(overdue + 3_600_000).events);
  return [ended, open];
}
async function forget(months = MONTHS): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  let after: string | null = null;
  do {
    const from: string | null = after;
    const batch: RetentionBatch = await inTransaction(sla.pool, (transaction) =>
      forgetClocks(transaction, { months, after: from, limit: 1 }),
    );
    for (const [table, count] of Object.entries(batch.deleted)) all[table] = (all[table] ?? 0) + count;
    after = batch.next;
  } while (after !== null);
  return all;
}
const saidOf = async ({ id }: DossierHistory): Promise<string[]> =>
  (await sla.listEvents()).filter(({ subject }) => subject === id).map(({ type }) => type.split('.')[3] ?? '');
const linesOf = async ({ id }: DossierHistory): Promise<number> =>
  (await sla.pool.query('SELECT FROM sla.clock_history WHERE dossier_id = $1', [id])).rowCount ?? -1;

describe('what clocks did and said', () => {
  it('is forgotten a term after the end of the dossier; what figures rest on, and open dossiers, are not', async () => {
    const [ended, open] = await warn();
    const openLines = await linesOf(open);
    expect(await saidOf(ended)).toEqual(['breached', 'recovered', 'overdue-judged']);
    await sla.setClock(withinTerm);
    expect(await forget()).toEqual({});
    await sla.setClock(afterTerm);
    expect(await forget()).toMatchObject({ event: 1 });
    expect(await saidOf(ended)).toEqual(['recovered', 'overdue-judged']);
    expect(await saidOf(open)).toEqual(['breached']);
    expect([await linesOf(ended), await linesOf(open)]).toEqual([0, openLines]);
    const { rows } = await sla.pool.query('SELECT state FROM sla.clock WHERE dossier_id = $1', [ended.id]);
    expect(rows).toEqual([{ state: 'closed' }]);
  });

  it('stays while the relay has not published it: a store that was adopted begins anew', async () => {
    const [ended] = await warn();
    await publishUpTo('0');
    await sla.setClock(afterTerm);
    expect(await forget()).toMatchObject({ event: 0 });
    expect(await saidOf(ended)).toEqual(['breached', 'recovered', 'overdue-judged']);
  });

  it('stays for twelve months whatever the service asks for, and the service deletes nothing by itself', async () => {
    const [ended] = await warn();
    await sla.setClock(at('2025-02-20 08:00'));
    expect(await forget(1)).toMatchObject({ event: 0 });
    expect(await saidOf(ended)).toEqual(['breached', 'recovered', 'overdue-judged']);
    await expect(sla.pool.query('DELETE FROM sla.event')).rejects.toThrow('permission denied');
  });
});

describe('what clocks did and said of a submission that was never received', () => {
  const submitted = (overrides: { readonly importSession?: string } = {}) => new DossierHistory(overrides).submitted(monday);
  const answered = at('2024-03-06 17:00');
  const learn = async (...histories: readonly DossierHistory[]): Promise<void> => {
    await sla.setClock(monday);
    await sla.followLog();
    await createFollowing(sla).follow(histories.flatMap(({ events }) => events.splice(0)));
  };
  const fireAt = async (moment: number): Promise<void> => {
    await sla.setClock(moment);
    await sla.followLog();
    while ((await fireTimers(sla.pool, { batchSize: 100 })).fired > 0);
  };

  it.each([
    ['refused', (late: DossierHistory) => late.put('refused', answered, { status: 3 }, { reasonCode: 'not-competent' })],
    ['stopped', (late: DossierHistory) => late.submissionStopped(answered)],
    ['asked to be completed in vain', (late: DossierHistory) => late.submissionAsked(answered)],
    ['answered by nobody', (late: DossierHistory) => late],
  ])('is forgotten a term after the last that happened to it, where it was %s', async (_how, answer) => {
    const late = submitted();
    await learn(late);
    await fireAt(answered);
    await createFollowing(sla).follow(answer(late).events);
    expect(await saidOf(late)).toContain('breached');
    const told = [await saidOf(late), await linesOf(late)];
    await sla.setClock(withinTerm);
    expect(await forget()).toEqual({});
    expect([await saidOf(late), await linesOf(late)]).toEqual(told);
    await sla.setClock(afterTerm);
    await forget();
    // What figures rest on stays.
    expect((await saidOf(late)).filter((name) => name !== 'recovered')).toEqual([]);
    expect(await linesOf(late)).toBe(0);
    expect((await sla.pool.query('SELECT FROM sla.clock WHERE dossier_id = $1', [late.id])).rowCount).toBe(1);
  });

  it('stays while its clock has more to say, and while an import brings more of it', async () => {
    const [unsaid, imported] = [submitted(), submitted({ importSession: randomUUID() })];
    await learn(unsaid, imported);
    await sla.setClock(afterTerm);
    const lines = [await linesOf(unsaid), await linesOf(imported)];
    expect(await forget()).toEqual({});
    expect([await linesOf(unsaid), await linesOf(imported)]).toEqual(lines);
  });

  it('stays where it was received after all, until a term after that dossier has ended', async () => {
    const received = submitted();
    await learn(received);
    await fireAt(answered);
    await createFollowing(sla).follow(received.received(answered).events);
    await fireAt(at('2024-03-20 08:00'));
    const told = [await saidOf(received), await linesOf(received)];
    await sla.setClock(afterTerm);
    expect(await forget()).toEqual({});
    expect([await saidOf(received), await linesOf(received)]).toEqual(told);
  });
});
