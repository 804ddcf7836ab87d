import { createLogger, createMetrics } from '@motcua/observability';
import { toTransaction } from '@motcua/postgres';
import type { QueueStore } from '@motcua/queue';
import type { Pool } from 'pg';
import { queueSchema } from '../../config.ts';
import { createNotificationDatabase, type NotificationDatabase } from '../notification-database.ts';
import type { StaffPlaces } from '../../deliveries/addresses/address-book.ts';
import { channelPolicies, type ChannelPolicies, type ChannelPolicy } from '../../deliveries/attempts/channel-policies.ts';
import type { FormSource } from '../../deliveries/attachments/form-source.ts';
import type { ContactSource } from '../../deliveries/addresses/contact-source.ts';
import { Deliveries, type DeliveriesOptions } from '../../deliveries/deliveries.ts';
import { insertDeliveries, type NewDelivery } from '../../deliveries/queue/insert-deliveries.ts';
import type { MessageRenderer } from '../../deliveries/attempts/message-renderer.ts';
import { FakeProvider } from './fake-provider.ts';

/** The policies of production, in the time of a test. */
export const quickPolicies = Object.fromEntries(
  Object.entries(channelPolicies).map(([name, policy]: [string, ChannelPolicy]) => [
    name,
    { ...policy, backoffMs: [20, 20], timeoutMs: 2_000, breaker: { ...policy.breaker, volume: 1_000 } },
  ]),
) as unknown as ChannelPolicies; // the same keys as it was made of

export const plainRenderer: MessageRenderer = {
  render: ({ template, language }) => ({ subject: `${template} (${language})`, text: 'text', values: {} }),
};

/** Of nothing that is sent there is a form. */
export const noForms: FormSource = { find: () => Promise.resolve({ status: 'none' }) };
export const nobodysContacts: ContactSource = { find: () => Promise.resolve({ status: 'unknown' }) };

/** A catalogue without staff: what was entered here counts. */
export const noPosts: StaffPlaces = { isLoaded: true, knowsStaff: () => false, findPost: () => undefined };

export interface Row {
  readonly id: string;
  readonly state: string;
  readonly channel: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly language: string;
}

export interface DeliveriesFixture {
  readonly pool: Pool;
  readonly database: NotificationDatabase;
  readonly provider: FakeProvider;
  /** The store in the database of the stand. */
  readonly postgres: QueueStore;
  insert(deliveries: readonly NewDelivery[]): Promise<string[]>;
  /** Another instance; closed with the stand at the latest. */
  start(options: Partial<DeliveriesOptions> & Pick<DeliveriesOptions, 'store'>): Deliveries;
  rows(ids: readonly string[]): Promise<Row[]>;
  /** Outcomes of all attempts at a delivery, in order. */
  outcomes(id: string): Promise<string[]>;
  stopAll(): Promise<void>;
  close(): Promise<void>;
}

/** A migrated database with one officer in it, and a provider that stands for all. */
export async function createDeliveriesFixture(): Promise<DeliveriesFixture> {
  const database = await createNotificationDatabase();
  const { pool, url } = database;
  await pool.query(`
    INSERT INTO notification.staff (id, name, unit, role, mail, phone, zalo, language, active)
    VALUES ('an', 'An', 'thanh-ba', 'specialist', 'an@example.vn', '0900000001', NULL, 'vi', true)`);
  const provider = new FakeProvider();
  const running: Deliveries[] = [];
  const stopAll = async (): Promise<void> => {
    await Promise.all(running.splice(0).map((deliveries) => deliveries.close()));
  };
  return {
    pool,
    database,
    provider,
    postgres: { kind: 'postgres', url, schema: queueSchema },
    async insert(deliveries) {
      await insertDeliveries(toTransaction(pool), deliveries);
      return deliveries.map(({ id }) => id);
    },
    start(options) {
      const deliveries = new Deliveries({
        pool,
        channels: provider.toChannels(),
        contacts: nobodysContacts,
        forms: noForms,
        staff: noPosts,
        publicUrl: 'https://motcua.example.vn/',
        renderer: plainRenderer,
        metrics: createMetrics('deliveries-spec'),
        log: createLogger('deliveries-spec', { level: 'silent' }),
        policies: quickPolicies,
        reconcileEveryMs: 100,
        retryDeadlines: { leaseMarginMs: 1_500, lockMs: 1_000 },
        ...options,
      });
      deliveries.start();
      running.push(deliveries);
      return deliveries;
    },
    async rows(ids) {
      const { rows } = await pool.query<Row>(
        `SELECT id, state, channel, reason, attempts, language FROM notification.delivery
         WHERE id = ANY ($1) ORDER BY array_position($1::uuid[], id)`,
        [ids],
      );
      return rows;
    },
    async outcomes(id) {
      const { rows } = await pool.query<{ line: string }>(
        `SELECT concat_ws(' ', channel, outcome, reason) AS line FROM notification.delivery_attempt WHERE delivery_id = $1 ORDER BY n`,
        [id],
      );
      return rows.map(({ line }) => line);
    },
    stopAll,
    async close() {
      await stopAll();
      await database.close();
    },
  };
}
