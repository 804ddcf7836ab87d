import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction, toTransaction } from '@motcua/postgres';
import type { RetentionBatch } from '@motcua/service';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { leaveOutTold } from '../notices/events/leave-out-told.ts';
import { stepSlaEvent, type SlaNews } from '../notices/events/parse-sla-event.ts';
import { projectDossiers } from '../consumers/on-dossier-event/project-dossiers.ts';
import { NotificationPlanner } from '../notices/planning/notification-planner.ts';
import { enterRules } from '../testing/entities.ts';
import { createAlert, createSnapshot } from '../testing/events.builder.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../testing/notification-database.ts';
import { alwaysOpen, createDirectory } from '../testing/reference.builder.ts';
import { shippedRules } from '../testing/shipped-rules.ts';
import { createMember, enterStaff } from '../testing/staff.builder.ts';
import { forgetNotices } from './forget-notices.ts';

const DAYS = 730;
const DAY_MS = 24 * 3_600_000;
const old = DAYS + 10;
const directory = createDirectory(alwaysOpen);
const planner = new NotificationPlanner({ directory, versionOf: () => 1, burstSize: 10 });
let data: NotificationDatabase;
beforeAll(async () => {
  data = await createNotificationDatabase();
  await enterRules(
    data.pool,
    shippedRules.filter(({ id }) => id === 'breached.head'),
  );
  await enterStaff(data, directory, 'dung', createMember('xa-a', 'head'));
}, 60_000);
afterAll(() => data.close());
beforeEach(async () => {
  await data.pool.query('DELETE FROM notification.delivery_attempt');
  for (const table of ['delivery', 'digest', 'notice', 'consumer_offset', 'dossier'])
    await data.pool.query(`DELETE FROM notification.${table}`);
  await data.pool.query("UPDATE notification.forgotten SET before = '-infinity'");
});

/** An alert that was said and told so many days ago, and sent: what a day of the past left behind. */
async function tell(daysAgo: number, dossierId: string = randomUUID()): Promise<SlaNews> {
  const firedAt = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
  const alert = stepSlaEvent({ value: Buffer.from(createAlert('breached', { firedAt, dossierId, tell: ['head'] }).value) });
  if (alert.kind !== 'ok') throw new Error(alert.kind);
  const planned = await inTransaction(data.pool, (transaction) => planner.plan(transaction, [alert.value]));
  await data.pool.query('UPDATE notification.notice SET created_at = $2 WHERE event_id = $1', [alert.value.id, firedAt]);
  await data.pool.query(
    `UPDATE notification.delivery SET state = 'delivered', attempts = 1, updated_at = $2 WHERE id = ANY ($1)`,
    [planned.deliveryIds, firedAt],
  );
  await data.pool.query(
    `INSERT INTO notification.delivery_attempt (delivery_id, n, channel, at, outcome, answer)
     SELECT id, 1, channel, $2, 'delivered', '250 ok' FROM notification.delivery WHERE id = ANY ($1)`,
    [planned.deliveryIds, firedAt],
  );
  return alert.value;
}
async function forget(limit = 500): Promise<number[]> {
  const deleted: number[] = [];
  let after: string | null = null;
  do {
    const from: string | null = after;
    const batch: RetentionBatch = await inTransaction(data.pool, (transaction) =>
      forgetNotices(transaction, { days: DAYS, after: from, limit }),
    );
    deleted.push(batch.deleted['notice'] ?? 0);
    after = batch.next;
  } while (after !== null);
  return deleted;
}
const countRows = async (): Promise<Record<string, number>> =>
  (
    await data.pool.query<Record<string, number>>(
      `SELECT (SELECT count(*) FROM notification.notice)::int AS notice, (SELECT count(*) FROM notification.delivery)::int AS delivery,
         (SELECT count(*) FROM notification.delivery_attempt)::int AS delivery_attempt`,
    )
  ).rows[0]!;
const keptEvents = async (): Promise<string[]> =>
  (await data.pool.query<{ event_id: string }>('SELECT event_id FROM notification.notice ORDER BY position')).rows.map(
    ({ event_id: id }) => id,
  );
/** Partition by partition: when the log of alerts was last read. */
const readLog = async (partition: number, daysAgo: number, cluster = 'c'): Promise<void> => {
  await data.pool.query(
    `INSERT INTO notification.consumer_offset (projection, cluster_id, topic_id, partition, topic, next_offset, epoch, owner, moved_at)
     VALUES ('notification.sla', $3, 't', $1, 'sla.events.v1', 0, 1, 'spec', now() - $2::integer * interval '1 day')`,
    [partition, daysAgo, cluster],
  );
};
const again = (news: readonly SlaNews[], mode: 'live' | 'rebuild', lastReadDaysAgo = 0): Promise<readonly SlaNews[]> =>
  leaveOutTold(toTransaction(data.pool), news, { mode, lastReadAt: Date.now() - lastReadDaysAgo * DAY_MS });

describe('notices whose term is over', () => {
  it('go with their deliveries and attempts, in batches, and younger ones stay', async () => {
    for (let count = 0; count < 5; count += 1) await tell(old);
    const young = await tell(DAYS - 1);
    const { delivery = 0 } = await countRows();
    const each = delivery / 6;
    expect(each).toBeGreaterThan(0);
    expect(await forget(2)).toEqual([2, 2, 1, 0]);
    expect(await keptEvents()).toEqual([young.id]);
    expect(await countRows()).toEqual({ notice: 1, delivery: each, delivery_attempt: each });
  });

  it('stay while their dossier is open', async () => {
    const open = createSnapshot();
    const ended = createSnapshot({ endedAt: new Date().toISOString(), status: 9 });
    await projectDossiers(toTransaction(data.pool), [open, ended]);
    const kept = await tell(old, open.dossierId);
    await tell(old, ended.dossierId);
    await forget();
    expect(await keptEvents()).toEqual([kept.id]);
  });

  it.each(['pending', 'sending'])('stay while a delivery of theirs is %s', async (state) => {
    const kept = await tell(old);
    await data.pool.query('UPDATE notification.delivery SET state = $1', [state]);
    await tell(old);
    await forget();
    expect(await keptEvents()).toEqual([kept.id]);
  });

  it('stay while they are the list that a notice of an open dossier shows as its proof', async () => {
    const open = createSnapshot();
    await projectDossiers(toTransaction(data.pool), [open]);
    const list = await tell(old);
    const member = await tell(old, open.dossierId);
    await data.pool.query(
      `UPDATE notification.notice SET folded_into = (SELECT id FROM notification.notice WHERE event_id = $1) WHERE event_id = $2`,
      [list.id, member.id],
    );
    await forget();
    expect(await keptEvents()).toEqual([list.id, member.id]);
  });

  it('are looked for by an index in whatever refers to them: else each one that goes reads a whole table', async () => {
    const { rows } = await data.pool.query<{ place: string }>(
      `SELECT conrelid::regclass::text || '.' || attname AS place
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
       WHERE contype = 'f' AND confrelid = ANY ('{notification.notice,notification.delivery}'::regclass[])
         AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1])`,
    );
    expect(rows).toEqual([]);
  });
});

describe('what was forgotten', () => {
  it.each(['live', 'rebuild'] as const)(
    'is not told a second time, when a relay or a rebuild brings it again (%s)',
    async (mode) => {
      await readLog(0, 0);
      const told = await tell(old);
      const young = await tell(DAYS - 1);
      await forget();
      const remembered = mode === 'live' ? [young] : [];
      expect(await again([told, young], mode, old)).toEqual(remembered);
    },
  );

  it('is not what a rebuild of a service that was away for years asks for: it forgets up to where the log was read, and no further', async () => {
    const lastRead = DAYS + 100;
    await readLog(0, lastRead);
    await readLog(1, 0);
    const [long, lately] = [await tell(lastRead + 20), await tell(lastRead + 3)];
    await forget();
    expect(await keptEvents()).toEqual([lately.id]);
    const missed = { ...lately, id: randomUUID() };
    expect(await again([long, lately, missed], 'rebuild', lastRead)).toEqual([missed]);
  });

  it('is asked about and looked for in one piece: what is forgotten meanwhile waits, else it would be told again', async () => {
    await readLog(0, 0);
    const told = await tell(old);
    let isForgotten = false;
    let forgetting: Promise<unknown> = Promise.resolve();
    await inTransaction(data.pool, async (transaction) => {
      await leaveOutTold(transaction, [told], { mode: 'live' });
      forgetting = forget().then(() => (isForgotten = true));
      const isWaiting = `SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE notification.forgotten %'`;
      await waitFor(async () => isForgotten || (await data.pool.query(isWaiting)).rowCount === 1, { describe: 'it to wait' });
      expect(isForgotten).toBe(false);
    });
    await forgetting;
    expect(await keptEvents()).toEqual([]);
  });

  it('does not reach further while a rebuild goes through the event table', async () => {
    const lastRead = DAYS + 100;
    await readLog(0, lastRead);
    await readLog(0, 0, 'event table');
    const lately = await tell(lastRead + 3);
    await forget();
    expect(await keptEvents()).toEqual([lately.id]);
  });
});
