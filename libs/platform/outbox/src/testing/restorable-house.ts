import {
  consumerOffsetTables,
  createKafkajsClient,
  createPgTransactions,
  deadLetterTables,
  offsetTimeline,
  ok,
  ProjectionRunner,
  type BatchProjection,
  type KafkaClientPort,
  type ProducerPort,
} from '@motcua/kafka';
import { createPool } from '@motcua/postgres';
import { createTestTopic, getTestKafkaBrokers, OwnPostgres, uniqueName, waitFor } from '@motcua/testing';
import type { Pool, QueryResultRow } from 'pg';
import { logComparisonTables, outboxTables, type Relay, type RelayOptions } from '../index.ts';
import { createSpecRelay } from './create-spec-relay.ts';

interface Change {
  readonly key: string;
  readonly version: number;
  readonly state: string;
}

/** A clock for each dossier, run and ended by what is said of it: the newest version counts, as everywhere. */
const createClocks = (topic: string, name: string): BatchProjection<Change, number> => ({
  name,
  topics: [topic],
  step: ({ value }) => ok((JSON.parse(String(value)) as { data: Change }).data),
  async apply(transaction, items) {
    for (const { value } of items) {
      const { key, version, state } = value;
      await transaction.query(
        `INSERT INTO clocks.clock VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET version = excluded.version, state = excluded.state
         WHERE clock.version < excluded.version`,
        [key, version, state],
      );
    }
    return items.length;
  },
});

async function prepare(url: string): Promise<void> {
  const pool = createPool({ url, schema: 'public', applicationName: 'prepare' });
  await pool.query(`CREATE SCHEMA intake; CREATE SCHEMA clocks;
    CREATE TABLE intake.event (
      position bigint GENERATED ALWAYS AS IDENTITY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      key text NOT NULL, version int NOT NULL, body text NOT NULL, UNIQUE (key, version));
    CREATE INDEX ON intake.event (xid, position);
    CREATE TABLE clocks.clock (key text PRIMARY KEY, version int NOT NULL, state text NOT NULL);
    ${outboxTables('intake')}; ${logComparisonTables('intake')}; ${consumerOffsetTables('clocks')} ${offsetTimeline('clocks')} ${deadLetterTables('clocks')}`);
  await pool.end();
}

/**
 * An event table with its relay and a projection of what is published, both in one cluster that may be restored or failed over, while Kafka goes on. In it
 * stands who was ended; a phantom end would stand there as well.
 */
export class RestorableHouse {
  readonly #relays: Relay[] = [];
  readonly #runners: ProjectionRunner<Change, number>[] = [];
  readonly #projection = uniqueName('clocks');
  /** How often the projection's process has ended by itself. */
  restarts = 0;
  readonly #pool: Pool;
  readonly kafka: KafkaClientPort = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'restored' });
  readonly producer: ProducerPort = this.kafka.createProducer();

  private constructor(
    readonly cluster: OwnPostgres,
    readonly topic: string,
  ) {
    this.#pool = createPool({ url: cluster.url, schema: 'public', applicationName: 'writer' });
  }

  static async open({ isCompacted = false } = {}): Promise<RestorableHouse> {
    const config = isCompacted ? { 'cleanup.policy': 'compact' } : {};
    const [cluster, topic] = await Promise.all([OwnPostgres.start(prepare), createTestTopic({ partitions: 2, config })]);
    return new RestorableHouse(cluster, topic);
  }

  /** The next version of a dossier; answers it. */
  async change(key: string, state: string): Promise<number> {
    const [{ version } = { version: 0 }] = await this.ask<{ version: number }>(
      'SELECT coalesce(max(version), 0)::int + 1 AS version FROM intake.event WHERE key = $1',
      [key],
    );
    const now = new Date().toISOString();
    const event = { id: `${key}/${version}`, source: 'urn:spec', type: `spec.${state}.v1`, time: '2026-03-02T08:00:00Z' };
    const body = JSON.stringify({ ...event, data: { key, version, state, dossierVersion: version, recordedAt: now } });
    await this.ask('INSERT INTO intake.event (key, version, body) VALUES ($1, $2, $3)', [key, version, body]);
    for (const relay of this.#relays) relay.wake();
    return version;
  }

  startRelay(overrides: Partial<RelayOptions> = {}): Relay {
    const at = { url: this.cluster.url, schema: 'intake', topic: this.topic, producer: this.producer, client: this.kafka };
    const relay = createSpecRelay(at, { idlePollMs: 100, ...overrides });
    this.#relays.push(relay);
    relay.start();
    return relay;
  }

  async startClocks(): Promise<ProjectionRunner<Change, number>> {
    const runner = new ProjectionRunner<Change, number>({
      client: this.kafka,
      transactions: createPgTransactions(this.#pool),
      schema: 'clocks',
      projection: createClocks(this.topic, this.#projection),
      sources: { [this.topic]: 'intake' },
      refreshIntervalMs: 200,
      consumer: { maxWaitTimeMs: 100 },
      // The process ends, and is started anew.
      onFailure: () => {
        this.restarts += 1;
        void runner.stop().then(() => this.startClocks());
      },
    });
    this.#runners.push(runner);
    await runner.start();
    return runner;
  }

  /** Until the server ends, whatever the projection would apply waits. */
  async holdClocks(): Promise<void> {
    const holder = await this.#pool.connect();
    holder.once('error', (error: Error) => {
      holder.release(error);
    });
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE clocks.clock IN EXCLUSIVE MODE');
  }

  async untilClocksWait(): Promise<void> {
    const isWaiting = async () =>
      (await this.ask("SELECT FROM pg_locks WHERE relation = 'clocks.clock'::regclass AND NOT granted")).length > 0;
    await waitFor(isWaiting, { describe: 'the projection to wait', timeoutMs: 20_000 });
  }

  /** As the processes end, or lose their machine. */
  async stopAll(): Promise<void> {
    await Promise.all(this.#relays.splice(0).map((relay) => relay.stop()));
    await Promise.all(this.#runners.splice(0).map((runner) => runner.stop()));
  }

  /** Each dossier as the projection has it. */
  async readClocks(): Promise<Record<string, string>> {
    const rows = await this.ask<{ key: string; version: number; state: string }>('SELECT key, version, state FROM clocks.clock');
    return toStates(rows);
  }

  /** Each dossier as the event table has it: what a rebuild would make of it. */
  async readTable(): Promise<Record<string, string>> {
    const rows = await this.ask<{ key: string; version: number; state: string }>(
      `SELECT DISTINCT ON (key) key, version, body::jsonb -> 'data' ->> 'state' AS state FROM intake.event ORDER BY key, version DESC`,
    );
    return toStates(rows);
  }

  async untilEqual(): Promise<void> {
    const isEqual = async () => JSON.stringify(await this.readClocks()) === JSON.stringify(await this.readTable());
    await waitFor(isEqual, { describe: 'the projection to say what the table says', timeoutMs: 20_000 });
  }

  async isClockAt(expected: Readonly<Record<string, string>>): Promise<void> {
    const isThere = async () => JSON.stringify(await this.readClocks()) === JSON.stringify(expected);
    await waitFor(isThere, { describe: `the clocks to say ${JSON.stringify(expected)}`, timeoutMs: 20_000 });
  }

  /** On a pool that outlives the server's end. */
  async ask<Row extends QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query<Row>(sql, parameters)).rows;
  }

  get pool(): Pool {
    return this.#pool;
  }

  async close(): Promise<void> {
    await this.stopAll();
    await this.producer.close();
    await this.kafka.close();
    await this.#pool.end();
    await this.cluster.close();
  }
}

const toStates = (rows: readonly Change[]): Record<string, string> =>
  Object.fromEntries(
    rows.map(({ key, version, state }) => [key, `${version} ${state}`] as const).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
