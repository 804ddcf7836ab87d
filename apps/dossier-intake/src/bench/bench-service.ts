import { createTestIssuer } from '@motcua/auth/testing';
import { createKafkajsClient } from '@motcua/kafka';
import { topicNames } from '@motcua/service';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { migrateIntake } from '../migrations/migrate-intake.ts';
import { legacySystem } from '../testing/legacy-events.ts';
import { publishReference } from '../testing/reference-fixture.ts';

export interface BenchService {
  /** Where it listens. */
  readonly url: string;
  readonly pid: number;
  readonly database: string;
  readonly admin: pg.Client;
  /** `Authorization` of a legacy system, and of a counter of Đông Xuân. */
  readonly tokens: { readonly source: string; readonly counter: string };
  stop(): Promise<void>;
}

/**
 * The real service as its own process, on a database of its own, with the fixture's reference data published.
 *
 * @param adminUrl of a role that may create databases
 * @param nodeArgs for the service's process, e.g. `--cpu-prof`
 */
export async function startBenchService(
  adminUrl: string,
  brokers: string,
  nodeArgs: readonly string[] = [],
): Promise<BenchService> {
  const database = `bench_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  const databaseUrl = new URL(adminUrl);
  databaseUrl.pathname = `/${database}`;
  await migrateIntake(databaseUrl.href, 'bench');
  databaseUrl.username = 'motcua_intake';
  databaseUrl.password = 'bench';
  await publishFixture(brokers);

  const issuer = await createTestIssuer();
  const service = spawn(process.execPath, [...nodeArgs, join(import.meta.dirname, '../main.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl.href,
      KAFKA_BROKERS: brokers,
      AUTH_JWKS: issuer.jwks,
      SERVICE_KEYS: issuer.serviceKeys,
      APPLICANT_KEYS: JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } }),
      APPLICANT_HASH_KEY: randomBytes(32).toString('base64'),
    },
  });
  const url = await new Promise<string>((resolve, reject) => {
    service.once('exit', (code) => {
      reject(new Error(`The service ended with ${String(code)}.`));
    });
    createInterface({ input: service.stdout }).on('line', (line) => {
      const { msg, url: listening } = JSON.parse(line) as { msg: string; url?: string };
      if (msg === 'listening' && listening !== undefined) resolve(listening);
    });
  });
  const sign = async (claims: Parameters<typeof issuer.bearer>[0]) => (await issuer.bearer(claims)).authorization;
  return {
    url,
    pid: service.pid ?? 0,
    database,
    admin,
    tokens: { source: await sign(legacySystem), counter: await sign({ role: 'counter', unit: 'dong-xuan' }) },
    async stop() {
      service.kill('SIGTERM');
      await new Promise((resolve) => service.once('exit', resolve));
      await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await admin.end();
      await issuer.close();
    },
  };
}

async function publishFixture(brokers: string): Promise<void> {
  const client = createKafkajsClient({ brokers: brokers.split(','), clientId: 'bench' });
  const producer = client.createProducer();
  const { units, procedures, calendars, ruleSets, staff, reasons } = topicNames;
  const references = [units, procedures, calendars, ruleSets, staff, reasons];
  await client.admin.createTopics(references.map((topic) => ({ name: topic, partitions: 1, compact: true })));
  await publishReference(producer, topicNames);
  await Promise.all([producer.close(), client.close()]);
}
