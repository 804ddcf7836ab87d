import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { createNotificationDatabase, type NotificationDatabase } from '../../testing/notification-database.ts';
import { marksStatement } from './inbox.store.ts';

const HISTORY = 20_000;
let data: NotificationDatabase;
beforeAll(async () => {
  data = await createNotificationDatabase();
  await data.pool.query(
    `INSERT INTO notification.notice (id, event, event_id, rule, recipient_kind, recipient, unit, path, time_zone, template, template_version,
       language, class, urgency, data, created_at, send_at, shown_at, shown_no, read_at)
     SELECT gen_random_uuid(), 'sla.breached', n::text, 'r', 'staff', CASE WHEN n % 100 = 0 THEN 'binh' ELSE 'an' END, 'xa-a', '{xa-a}',
       'Asia/Ho_Chi_Minh', 'breached', 1, 'vi', 'mandatory', 'high', '{}', now(), now(), now(), n, CASE WHEN n > 3 THEN now() END
     FROM generate_series(1, $1::integer) AS n`,
    [HISTORY],
  );
  const admin = new pg.Client({ connectionString: data.database.url });
  await admin.connect();
  await admin.query('ANALYZE notification.notice');
  await admin.end();
}, 60_000);
afterAll(() => data.close());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** Rows that were read from the table or from an index of it, wanted or not. */
const countRead = (plan: Plan): number =>
  (plan['Node Type'].includes('Scan')
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0) + (plan.Plans ?? []).map(countRead).reduce((sum, rows) => sum + rows, 0);

it('tells how inboxes stand from what is unread, and not from their whole history', async () => {
  const readers = ['an', 'binh', 'chi'];
  const { rows } = await data.pool.query<{ reader: string; last: string; unread: number }>(marksStatement, [readers]);
  expect(rows).toEqual([
    { reader: 'an', last: String(HISTORY - 1), unread: 3 },
    { reader: 'binh', last: String(HISTORY), unread: 0 },
  ]);
  const explained = await data.pool.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${marksStatement}`,
    [readers],
  );
  expect(countRead(explained.rows[0]!['QUERY PLAN'][0].Plan)).toBeLessThan(50);
});
