import { createKafkajsClient, type KafkaClientPort } from '@motcua/kafka';
import { createPool } from '@motcua/postgres';
import { randomUUID } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { migrateKpi } from '../migrations/migrate-kpi.ts';
import type { BenchEvent } from './bench-events.ts';

/** A topic and databases of a bench's own on given servers; everything is gone after `close`. */
export interface BenchStand {
  readonly brokers: readonly string[];
  readonly topic: string;
  /** Of the clocks; nothing is on it, but it is followed as in production. */
  readonly slaTopic: string;
  /** Of documents; nothing is on it unless a bench publishes there. */
  readonly digitizationTopic: string;
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
export function createBenchStand(adminUrl: string, brokers: readonly string[]): BenchStand {
  const run = randomUUID().slice(0, 8);
  const topic = `bench.projection.${run}`;
  const slaTopic = `${topic}.sla`;
  const digitizationTopic = `${topic}.digitization`;
  const client = createKafkajsClient({ brokers, clientId: 'motcua-bench' });
  const pools: Pool[] = [];
  const databases: string[] = [];
  return {
    brokers,
    topic,
    slaTopic,
    digitizationTopic,
    client,
    async createDatabase(name) {
      const database = `motcua_bench_${name}_${run}`;
      await asAdmin(adminUrl, `CREATE DATABASE ${database}`);
      databases.push(database);
      const url = new URL(adminUrl);
      url.pathname = `/${database}`;
      await migrateKpi(url.href, await findRolePassword(adminUrl));
      const pool = createPool({ url: url.href, schema: 'kpi', applicationName: 'motcua bench' });
      pools.push(pool);
      return pool;
    },
    async publish(events, to = topic) {
      await client.admin.createTopics([topic, slaTopic, digitizationTopic].map((name) => ({ name, partitions: PARTITIONS })));
      const producer = client.createProducer();
      for (let at = 0; at < events.length; at += PUBLISH_CHUNK) await producer.send(to, events.slice(at, at + PUBLISH_CHUNK));
      await producer.close();
    },
    async close() {
      await client.close();
      await Promise.all(pools.map((pool) => pool.end()));
      for (const database of databases) await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    },
  };
}

/**
 * Roles belong to the whole server: a service of the product that runs there must keep its password, which migrating sets. Setting
 * the stored hash changes nothing. Where there is no such role yet, a password nobody learns: the bench works as the administrator.
 */
async function findRolePassword(adminUrl: string): Promise<string> {
  const roles = await asAdmin(adminUrl, `SELECT 1 FROM pg_roles WHERE rolname = 'motcua_kpi'`);
  if (roles.length === 0) return randomUUID();
  const [role] = await asAdmin(adminUrl, `SELECT rolpassword AS password FROM pg_authid WHERE rolname = 'motcua_kpi'`);
  return role?.password ?? randomUUID();
}

async function asAdmin(adminUrl: string, statement: string): Promise<{ password?: string | null }[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return (await admin.query<{ password?: string | null }>(statement)).rows;
  } finally {
    await admin.end();
  }
}
