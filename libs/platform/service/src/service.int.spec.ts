import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestIssuer, type TestIssuer } from '@motcua/auth/testing';
import { loadConfig, serviceConfig } from '@motcua/config';
import { createHttpApp, operationsOf } from '@motcua/http';
import { createKafkajsClient, type ProducerPort } from '@motcua/kafka';
import { createLogger } from '@motcua/observability';
import {
  createTestDatabase,
  getTestKafkaBrokers,
  testRolePassword,
  uniqueName,
  waitFor,
  type TestDatabase,
  FaultProxy,
  OwnKafka,
} from '@motcua/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { z } from 'zod';
import { startService } from './start-service.ts';
import { LedgerProcess } from './testing/ledger-process.fixture.ts';
import { LedgerLoop, LedgerModule, migrateLedger, role } from './testing/ledger-service.fixture.ts';
import { toTestTopicNames } from './topics/topic-names.ts';

const brokers = getTestKafkaBrokers();
const client = createKafkajsClient({ brokers: brokers.split(','), clientId: 'ledger-spec' });
let issuer: TestIssuer;
let producer: ProducerPort;
const databases: TestDatabase[] = [];
beforeAll(async () => {
  issuer = await createTestIssuer();
  producer = client.createProducer();
  await createDatabase(); // makes the role, which is the whole server's
});
afterAll(async () => {
  await producer.close();
  await client.close();
  await issuer.close();
  for (const database of databases) await database.drop();
});

async function createDatabase({ isMigrated = true } = {}): Promise<{ adminUrl: string; url: string }> {
  const database = await createTestDatabase();
  databases.push(database);
  if (isMigrated) await migrateLedger(database.url, testRolePassword);
  const url = new URL(database.url);
  [url.username, url.password] = [role, testRolePassword];
  return { adminUrl: database.url, url: url.href };
}

async function start(databaseUrl: string, broker: string, topicNames = toTestTopicNames(uniqueName('ledger'))) {
  const logger = createLogger('ledger', { level: 'silent' });
  const config = loadConfig(z.object(serviceConfig), {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '3',
    KAFKA_BROKERS: broker,
    AUTH_JWKS: issuer.jwks,
  });
  const app = await createHttpApp(LedgerModule.forRoot({ config, topicNames }), { service: 'ledger', logger });
  const url = await startService(app, { host: '127.0.0.1', port: 0, logger });
  return { app, url, topicNames };
}

async function readiness(app: NestFastifyApplication): Promise<{ status: number; reasons: string }> {
  const answer = await operationsOf(app).inject('/health/ready');
  return { status: answer.statusCode, reasons: answer.json<{ reasons: string[] }>().reasons.join('; ') };
}
const untilReady = (app: NestFastifyApplication): Promise<boolean> =>
  waitFor(async () => (await readiness(app)).status === 200, { describe: 'the service to be ready', timeoutMs: 40_000 });

async function readHealth(url: string, headers: Record<string, string>): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${url}/v1/operations/ledger`, { headers });
  return { status: answer.status, body: await answer.json() };
}

async function countEntries(url: string): Promise<number> {
  const connection = new Client({ connectionString: url });
  await connection.connect();
  const { rows } = await connection.query<{ count: number }>('SELECT count(*)::int AS count FROM ledger.entry');
  await connection.end();
  return rows[0]?.count ?? 0;
}

describe('a service', () => {
  it('listens while its topics cannot be created and says so, and is ready when they can', async () => {
    const { url: databaseUrl } = await createDatabase();
    const broker = await FaultProxy.listen();
    const { app, url, topicNames } = await start(databaseUrl, broker.address);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    await waitFor(async () => (await readiness(app)).reasons.includes('topics: the topics cannot be created yet'), {
      describe: 'the reason',
      timeoutMs: 30_000,
    });
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${url}/health/serving`)).status).toBe(503);
    // No token, no answer: the guard of people stands before that of reference data.
    expect((await fetch(`${url}/v1/ledger/dlq`)).status).toBe(401);
    const token = await issuer.bearer({ role: 'admin' });
    expect((await fetch(`${url}/v1/ledger/dlq`, { headers: token })).status).toBe(503);
    // Operators learn why through the public API too, and they alone.
    const { body, status } = await readHealth(url, token);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ status: 'not-ready', reasons: expect.arrayContaining([expect.stringContaining('topics: ')]) }),
    ]);
    expect((await readHealth(url, await issuer.bearer({ role: 'leader', unit: 'thanh-ba' }))).status).toBe(403);

    broker.open(brokers);
    await untilReady(app);
    expect((await fetch(`${url}/v1/ledger/dlq`, { headers: token })).status).toBe(200);
    expect((await readHealth(url, token)).body).toMatchObject({
      status: 'ready',
      reasons: [],
      checks: { database: { ready: true } },
    });
    await producer.send(topicNames.dossierEvents, [{ key: 'a', value: 'one' }]);
    await waitFor(async () => (await countEntries(databaseUrl)) === 1, { describe: 'the event to be written' });
    await app.close();
    await broker.close();
  }, 90_000);

  it('works without Kafka from what it had read, once it has read it', async () => {
    const { url: databaseUrl } = await createDatabase();
    const first = await start(databaseUrl, brokers);
    await untilReady(first.app);
    await first.app.close();
    const broker = await FaultProxy.listen();
    const { app, url } = await start(databaseUrl, broker.address, first.topicNames);
    const headers = await issuer.bearer({ role: 'admin' });
    const isAnswering = async () => (await fetch(`${url}/v1/ledger/dlq`, { headers })).status === 200;
    await waitFor(isAnswering, { describe: 'requests to be answered', timeoutMs: 20_000 });
    await waitFor(() => app.get(LedgerLoop).turns > 1, { describe: 'its loop to turn' });
    expect(await readiness(app)).toMatchObject({ status: 503, reasons: expect.not.stringContaining('reference') });
    expect((await fetch(`${url}/health/serving`)).status).toBe(200);
    broker.open(brokers);
    await untilReady(app);
    await app.close();
    await broker.close();
  }, 90_000);

  it('goes on without Kafka, for as long as it takes, and catches up by itself', async () => {
    const kafka = await OwnKafka.start();
    const { url: databaseUrl } = await createDatabase();
    const { app, url, topicNames } = await start(databaseUrl, kafka.brokers);
    await untilReady(app);
    await kafka.leave();
    // Its consumer and the reader of its reference data die of it, after some 15 s.
    await waitFor(async () => (await readiness(app)).reasons.includes('projection: Kafka does not answer'), {
      describe: 'the reason',
      timeoutMs: 60_000,
    });
    const headers = await issuer.bearer({ role: 'admin' });
    const asked = ['/health/live', '/health/serving', '/v1/ledger/dlq'];
    const answers = await Promise.all(asked.map((path) => fetch(`${url}${path}`, { headers })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { turns } = app.get(LedgerLoop);
    await waitFor(() => app.get(LedgerLoop).turns > turns, { describe: 'its loop to turn' });

    await kafka.comeBack();
    const own = createKafkajsClient({ brokers: [kafka.brokers], clientId: 'ledger-spec' });
    const writer = own.createProducer();
    await writer.send(topicNames.dossierEvents, [{ key: 'a', value: 'one' }]);
    await waitFor(async () => (await countEntries(databaseUrl)) === 1, { describe: 'the event', timeoutMs: 60_000 });
    await untilReady(app);
    await app.close();
    await writer.close();
    await own.close();
    await kafka.close();
  }, 240_000);

  it('waits for its database to be migrated and names what is missing', async () => {
    const { adminUrl, url: databaseUrl } = await createDatabase({ isMigrated: false });
    const { app, url } = await start(databaseUrl, brokers);
    await waitFor(async () => (await readiness(app)).reasons.includes('not ready: migrate'), { describe: 'the reason' });
    expect((await readiness(app)).reasons).toContain('CreateLedger1700000000000, CreateReferenceTables1765300000000');
    expect([(await fetch(`${url}/health/live`)).status, app.get(LedgerLoop).turns]).toEqual([200, 0]);
    await migrateLedger(adminUrl, testRolePassword);
    await untilReady(app);
    expect(app.get(LedgerLoop).turns).toBeGreaterThan(0);
    await app.close();
  }, 90_000);

  it('drains and exits with 1 where its consumer cannot go on', async () => {
    const { url: databaseUrl } = await createDatabase();
    const topicNames = toTestTopicNames(uniqueName('ledger'));
    const ledger = await LedgerProcess.start({ databaseUrl, brokers, topicNames, jwks: issuer.jwks });
    await producer.send(topicNames.dossierEvents, [{ key: 'a', value: 'die' }]);
    expect(await ledger.exited).toEqual([1, null]);
    const lines = ledger.output
      .split('\n')
      .filter((line) => line.includes('cannot be consumed any more') || line.includes('"drained"'));
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['fatal', 'info']);
    expect(ledger.output).not.toContain('did not stop in time');
    expect(await countEntries(databaseUrl)).toBe(0);
  }, 150_000);
});
