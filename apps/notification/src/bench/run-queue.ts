import { createLogger, createMetrics } from '@motcua/observability';
import { toTransaction } from '@motcua/postgres';
import type { QueueStore } from '@motcua/queue';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { channelPolicies } from '../deliveries/attempts/channel-policies.ts';
import { Deliveries } from '../deliveries/deliveries.ts';
import { insertDeliveries, type NewDelivery } from '../deliveries/queue/insert-deliveries.ts';
import { SlowProvider } from './slow-provider.ts';

export interface QueueRun {
  readonly perSecond: number;
  /** Each was asked for once, and its row says so. */
  readonly isExact: boolean;
}

const insertedAtOnce = 1_000;
const dayMs = 86_400_000;

/** Rows, queue and workers as in production, but for the provider: from the moment the rows are there to the last answer. */
export async function runQueue(pool: Pool, store: QueueStore, count: number, concurrency: number): Promise<QueueRun> {
  const provider = new SlowProvider();
  const ids = await insertRows(pool, count);
  const deliveries = new Deliveries({
    pool,
    store,
    channels: new Map([['mail', provider.channel]]),
    contacts: { find: () => Promise.resolve({ status: 'unknown' }) },
    forms: { find: () => Promise.resolve({ status: 'none' }) },
    staff: { isLoaded: true, knowsStaff: () => false, findPost: () => undefined },
    publicUrl: 'https://motcua.example.vn',
    renderer: { render: () => ({ subject: 'subject', text: 'text', values: {} }) },
    metrics: createMetrics('bench'),
    log: createLogger('bench', { level: 'error' }),
    policies: { ...channelPolicies, mail: { ...channelPolicies.mail, concurrency } },
  });
  const done = provider.whenAsked(count);
  const startedAt = performance.now();
  deliveries.start();
  for (let at = 0; at < count; at += insertedAtOnce) deliveries.enqueue(ids.slice(at, at + insertedAtOnce));
  await done;
  const perSecond = Math.round((count * 1_000) / (performance.now() - startedAt));
  await deliveries.close();
  return { perSecond, isExact: provider.isExact(count) && (await areDelivered(pool, ids)) };
}

async function insertRows(pool: Pool, count: number): Promise<string[]> {
  const deliveries = Array.from({ length: count }, toDelivery);
  for (let at = 0; at < count; at += insertedAtOnce)
    await insertDeliveries(toTransaction(pool), deliveries.slice(at, at + insertedAtOnce));
  await pool.query('VACUUM ANALYZE notification.delivery');
  return deliveries.map(({ id }) => id);
}

const toDelivery = (): NewDelivery => ({
  id: randomUUID(),
  noticeId: randomUUID(),
  recipientKind: 'staff',
  recipient: 'officer',
  dossierId: null,
  unit: 'unit',
  path: ['unit'],
  channels: ['mail'],
  urgent: false,
  template: 'breached',
  templateVersion: 1,
  language: 'vi',
  variables: { code: 'H44.15.10-261124-0001', procedure: 'Đăng ký khai sinh' },
  notBefore: new Date(),
  expiresAt: new Date(Date.now() + dayMs),
});

async function areDelivered(pool: Pool, ids: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query<{ right: number }>(
    `SELECT count(*)::int AS right FROM notification.delivery d JOIN notification.delivery_attempt a ON a.delivery_id = d.id AND a.n = 1
     WHERE d.id = ANY ($1) AND d.state = 'delivered' AND d.attempts = 1 AND a.outcome = 'delivered'`,
    [ids],
  );
  return rows[0]?.right === ids.length;
}
