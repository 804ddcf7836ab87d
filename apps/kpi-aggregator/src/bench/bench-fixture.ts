import { createKafkajsClient, type KafkaClientPort } from '@motcua/kafka';
import { createOwnDatabase, createPool, type OwnDatabase } from '@motcua/postgres';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { migrateKpi } from '../migrations/migrate-kpi.ts';
import type { BenchEvent } from './bench-events.ts';

/** A topic and databases of a bench's own on given servers; everything is gone after `close`. */
export interface BenchFixture {
  readonly brokers: readonly string[];
  readonly topic: string;
  /** Of the clocks; nothing is on it, but it is followed as in production. */
  readonly slaTopic: string;
  /** Of documents; nothing is on it unless a bench publishes there. */
  readonly digitizationTopic: string;
  /** Of ratings and of institutional figures, likewise. */
  readonly ratingTopic: string;
  readonly institutionalTopic: string;
  readonly client: KafkaClientPort;
  /** An empty, migrated database. */
  createDatabase(name: string): Promise<Pool>;
  /** To the dossiers' topic unless another is given. */
  publish(events: readonly BenchEvent[], to?: string): Promise<void>;
  close(): Promise<void>;
}

const PARTITIONS = 6;
const PUBLISH_CHUNK = 2_000;

/** `adminUrl` is of a role that may create databases and roles. */
export function createBenchFixture(adminUrl: string, brokers: readonly string[]): BenchFixture {
  const run = randomUUID().slice(0, 8);
  const topic = `bench.projection.${run}`;
  const slaTopic = `${topic}.sla`;
  const digitizationTopic = `${topic}.digitization`;
  const ratingTopic = `${topic}.ratings`;
  const institutionalTopic = `${topic}.institutional`;
  const client = createKafkajsClient({ brokers, clientId: 'motcua-bench' });
  const pools: Pool[] = [];
  const databases: OwnDatabase[] = [];
  return {
    brokers,
    topic,
    slaTopic,
    digitizationTopic,
    ratingTopic,
    institutionalTopic,
    client,
    async createDatabase(name) {
      const options = { adminUrl, name: `motcua_bench_${name}`, role: 'motcua_kpi', migrate: migrateKpi };
      const database = await createOwnDatabase(options);
      databases.push(database);
      const pool = createPool({ url: database.url, schema: 'kpi', applicationName: 'motcua bench', answerWithinMs: 15 * 60_000 });
      pools.push(pool);
      return pool;
    },
    async publish(events, to = topic) {
      await client.admin.createTopics(
        [topic, slaTopic, digitizationTopic, ratingTopic, institutionalTopic].map((name) => ({ name, partitions: PARTITIONS })),
      );
      const producer = client.createProducer();
      for (let at = 0; at < events.length; at += PUBLISH_CHUNK) await producer.send(to, events.slice(at, at + PUBLISH_CHUNK));
      await producer.close();
    },
    async close() {
      await client.close();
      await Promise.all(pools.map((pool) => pool.end()));
      for (const database of databases) await database.drop();
    },
  };
}
