import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inTransaction } from '@motcua/postgres';
import { waitFor } from '@motcua/testing';
import { stepSlaEvent } from '../../notices/events/parse-sla-event.ts';
import { NotificationPlanner } from '../../notices/planning/notification-planner.ts';
import { enterRules } from '../../testing/entities.ts';
import { createAlert } from '../../testing/events.builder.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../../testing/notification-database.ts';
import { alwaysOpen, createDirectory } from '../../testing/reference.builder.ts';
import { shippedRules } from '../../testing/shipped-rules.ts';
import { createMember, enterStaff } from '../../testing/staff.builder.ts';
import { showNotice } from './show-notice.ts';

let data: NotificationDatabase;
let deliveries: readonly string[];
beforeAll(async () => {
  data = await createNotificationDatabase();
  const rules = shippedRules.filter(({ id }) => id === 'recovered.head' || id === 'breached.head');
  await enterRules(data.pool, rules);
  const directory = createDirectory(alwaysOpen);
  await enterStaff(data, directory, 'dung', createMember('xa-a', 'head'));
  const planner = new NotificationPlanner({ directory, versionOf: () => 1, burstSize: 10 });
  const alerts = [1, 2].map(() => stepSlaEvent({ value: Buffer.from(createAlert('breached').value) }));
  const events = alerts.flatMap((result) => (result.kind === 'ok' ? [result.value] : []));
  const planned = await inTransaction(data.pool, (transaction) => planner.plan(transaction, events));
  const { rows } = await data.pool.query<{ id: string }>(
    "SELECT id FROM notification.delivery WHERE id = ANY ($1) AND channel = 'in-app' ORDER BY id",
    [planned.deliveryIds],
  );
  deliveries = rows.map(({ id }) => id);
}, 60_000);
afterAll(() => data.close());

const shown = async (): Promise<readonly { shown_no: string; shown_at: Date }[]> =>
  (
    await data.pool.query<{ shown_no: string; shown_at: Date }>(
      'SELECT shown_no, shown_at FROM notification.notice WHERE shown_no IS NOT NULL ORDER BY shown_no',
    )
  ).rows;

it('shows a notice once, and says so where there is none', async () => {
  expect(await showNotice(data.pool, deliveries[0] ?? '')).toBe(true);
  const first = await shown();
  expect(first).toHaveLength(1);
  expect(await showNotice(data.pool, deliveries[0] ?? '')).toBe(true);
  expect(await shown()).toEqual(first);
  expect(await showNotice(data.pool, '00000000-0000-4000-8000-000000000000')).toBe(false);
});

it('gives out the numbers of an inbox one after the other: a later one never comes to light first', async () => {
  const second = { isOver: false, shown: Promise.resolve() };
  await inTransaction(data.pool, async (transaction) => {
    // Whoever shows another notice of the same inbox, and has not committed yet.
    await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended('inbox dung', 17))");
    second.shown = showNotice(data.pool, deliveries[1] ?? '').then(() => {
      second.isOver = true;
    });
    const isWaiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'";
    await waitFor(async () => second.isOver || (await data.pool.query(isWaiting)).rowCount === 1, { describe: 'it to wait' });
    expect(second.isOver).toBe(false);
  });
  await second.shown;
  expect(await shown()).toHaveLength(2);
});
