import { createKafkajsClient, type IncomingMessage, type KafkaClientPort, type ProducerPort } from '@motcua/kafka';
import { createPool, inTransaction, type Transaction } from '@motcua/postgres';
import { createTestDatabase, createTestTopic, getTestKafkaBrokers, uniqueName, type TestDatabase } from '@motcua/testing';
import type { Pool } from 'pg';
import { logComparisonTables, outboxTables, type Relay, type RelayOptions } from '../index.ts';
import { createSpecRelay } from './create-spec-relay.ts';

export interface Seen {
  readonly key: string;
  readonly version: number;
}

/** A control record, behind how many events of its partition it came. */
export interface SeenControl {
  readonly partition: number;
  readonly behind: number;
  readonly offset: bigint;
  readonly value: string;
}

/** An event table as a service has it, a topic of six partitions, and everything that ever arrived there. */
export class OutboxFixture {
  readonly relays: Relay[] = [];
  readonly seen: Seen[] = [];
  readonly controls: SeenControl[] = [];
  readonly #eventsIn = new Map<number, number>();

  private constructor(
    readonly database: TestDatabase,
    readonly pool: Pool,
    readonly kafka: KafkaClientPort,
    readonly producer: ProducerPort,
    readonly topic: string,
    private readonly consumer: ReturnType<KafkaClientPort['createConsumer']>,
  ) {}

  /** @param brokers of a Kafka that may be away for a while; the shared one unless told */
  static async create({ brokers = getTestKafkaBrokers() } = {}): Promise<OutboxFixture> {
    const [database, topic] = await Promise.all([createTestDatabase(), createTestTopic({ partitions: 6, brokers })]);
    const pool = createPool({ url: database.url, schema: 'public', applicationName: 'writer', poolSize: 12 });
    await pool.query(`CREATE TABLE public.event (
      position bigint GENERATED ALWAYS AS IDENTITY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      key text NOT NULL, version int NOT NULL, body text NOT NULL, UNIQUE (key, version));
      CREATE INDEX ON public.event (xid, position);
      CREATE TABLE public.head (key text PRIMARY KEY, version int NOT NULL)`);
    await pool.query(outboxTables('public'));
    await pool.query(logComparisonTables('public'));
    const kafka = createKafkajsClient({ brokers: brokers.split(','), clientId: 'outbox-spec' });
    const consumer = kafka.createConsumer({ groupId: uniqueName('outbox'), topics: [topic] });
    const fixture = new OutboxFixture(database, pool, kafka, kafka.createProducer(), topic, consumer);
    await fixture.#follow();
    return fixture;
  }

  createRelay(overrides: Partial<RelayOptions> = {}): Relay {
    const at = { url: this.database.url, schema: 'public', topic: this.topic, producer: this.producer, client: this.kafka };
    const relay = createSpecRelay(at, overrides);
    this.relays.push(relay);
    relay.start();
    return relay;
  }

  /** As a service does it: the key's lock in a statement of its own, then read, then append. */
  append(key: string, meanwhile: (transaction: Transaction) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    return inTransaction(this.pool, async (transaction) => {
      await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
      await transaction.execute('INSERT INTO head VALUES ($1, 0) ON CONFLICT DO NOTHING', [key]);
      const [head] = await transaction.query<{ version: number }>(
        'UPDATE head SET version = version + 1 WHERE key = $1 RETURNING version',
        [key],
      );
      const version = head?.version ?? 0;
      await transaction.execute('INSERT INTO event (key, version, body) VALUES ($1, $2, $3)', [
        key,
        version,
        JSON.stringify({ key, version }),
      ]);
      await meanwhile(transaction);
    });
  }

  /** Cuts the relays' connections from the server's side, as a crash or a network does. */
  async cutOffRelays(): Promise<void> {
    await this.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'relay%' AND datname = current_database()",
    );
  }

  /** First occurrences in order of arrival, per key: what a version-guarded consumer sees. */
  firstOccurrences(): Map<string, number[]> {
    const versions = new Map<string, number[]>();
    for (const { key, version } of this.seen) {
      const known = versions.get(key) ?? [];
      if (!known.includes(version)) known.push(version);
      versions.set(key, known);
    }
    return versions;
  }

  async expected(): Promise<Map<string, number[]>> {
    const { rows } = await this.pool.query<{ key: string; version: number }>('SELECT key, version FROM head');
    return new Map(rows.map(({ key, version }) => [key, Array.from({ length: version }, (_, index) => index + 1)]));
  }

  async close(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.stop()));
    await this.consumer.stop();
    await this.producer.close();
    await this.kafka.close();
    await this.pool.end();
    await this.database.drop();
  }

  /** How many events a partition has brought. */
  eventsOf(partition: number): number {
    return this.#eventsIn.get(partition) ?? 0;
  }

  #note({ partition, value, key, offset }: IncomingMessage): void {
    if (key === null) {
      this.controls.push({ partition, behind: this.eventsOf(partition), offset, value: String(value) });
      return;
    }
    this.#eventsIn.set(partition, this.eventsOf(partition) + 1);
    this.seen.push(JSON.parse(String(value)) as Seen);
  }

  async #follow(): Promise<void> {
    await this.consumer.start({
      onAssigned: (partitions) => Promise.resolve(partitions.map((partition) => ({ ...partition, offset: 0n }))),
      onBatch: (delivery) => {
        for (const message of delivery.batch.messages) this.#note(message);
        delivery.resolve(delivery.batch.nextOffset);
        return Promise.resolve();
      },
      onPassedOver: () => undefined,
      onOffsetOutOfRange: () => undefined,
      onCrash: () => undefined,
    });
  }
}
