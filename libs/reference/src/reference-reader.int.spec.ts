import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKafkajsClient, type KafkaClientPort, type ProducerPort } from '@motcua/kafka';
import { createLogger } from '@motcua/observability';
import { createPool, migrateService } from '@motcua/postgres';
import {
  createTestDatabase,
  getTestKafkaBrokers,
  FaultProxy,
  testRolePassword,
  uniqueName,
  waitFor,
  type TestDatabase,
} from '@motcua/testing';
import type { Pool } from 'pg';
import { CreateReferenceTables1765300000000 } from './migrations/1765300000000-create-reference-tables.ts';
import { ReferenceCache } from './reference-cache.ts';
import { ReferenceReader } from './reference-reader.ts';
import { ReferenceStore } from './reference.store.ts';
import { toUnitEvent } from './unit-event.builder.ts';

const topic = uniqueName('units');
const logger = createLogger('spec', { level: 'silent' });
const client = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'reference-spec' });
/** Does not answer until the suite ends: what asks it is let go then. */
let broker: FaultProxy;
let nobody: KafkaClientPort;
let producer: ProducerPort;
let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  broker = await FaultProxy.listen();
  nobody = createKafkajsClient({ brokers: [broker.address], clientId: 'reference-spec' });
  database = await createTestDatabase();
  const role = 'motcua_reference_spec';
  await migrateService({
    adminUrl: database.url,
    schema: 'spec',
    role,
    rolePassword: testRolePassword,
    migrations: [CreateReferenceTables1765300000000],
  });
  const url = new URL(database.url);
  [url.username, url.password] = [role, testRolePassword];
  pool = createPool({ url: url.href, schema: 'spec', applicationName: 'spec' });
  producer = client.createProducer();
});
afterAll(async () => {
  broker.open(getTestKafkaBrokers());
  await nobody.admin.listOffsets(topic);
  await producer.close();
  await Promise.all([client.close(), nobody.close()]);
  await broker.close();
  await pool.end();
  await database.drop();
});

const publish = (...events: (readonly [string, string])[]) =>
  producer.send(
    topic,
    events.map(([key, value]) => ({ key, value })),
  );

/** A service's reader, with the names it knows. */
function createReader(kafka: KafkaClientPort, kafkaWaitMs = 200) {
  const names = new Map<string, string | undefined>();
  const data = {
    handlers: {
      units: (code: string, versions: readonly { document: { name: { vi: string } } }[]) => {
        names.set(code, versions.at(-1)?.document.name.vi);
      },
    },
    remove: (_kind: 'units', code: string) => {
      names.delete(code);
    },
  };
  const cache = new ReferenceCache(['units'], data);
  const store = new ReferenceStore(pool);
  return { names, reader: new ReferenceReader({ client: kafka, topics: { units: topic }, cache, store, logger, kafkaWaitMs }) };
}

const stored = async (): Promise<Record<string, number>> => {
  const { rows } = await pool.query<{ code: string; version: number }>('SELECT code, version FROM reference_entry');
  return Object.fromEntries(rows.map(({ code, version }) => [code, version]));
};

describe('the reader of reference data', () => {
  it('waits for Kafka where nothing has been read yet: a service without units would refuse those that exist', async () => {
    const { reader } = createReader(nobody);
    let isStarted = false;
    void reader.start().then(() => {
      isStarted = true;
    });
    // eslint-disable-next-line no-restricted-syntax -- three times as long as it waits where something is stored; it never starts here
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([isStarted, reader.isLoaded, reader.report().ready]).toEqual([false, false, false]);
    await reader.stop();
  });

  it('reads what was published and every change, and stores both', async () => {
    const { names, reader } = createReader(client, 60_000);
    await client.admin.createTopics([{ name: topic, partitions: 1, compact: true }]);
    await publish(['a', toUnitEvent('a', { version: 2, name: 'A2' })], ['b', toUnitEvent('b', { version: 1, name: 'B1' })]);
    await reader.start();
    expect([names, reader.report()]).toEqual([
      new Map([
        ['a', 'A2'],
        ['b', 'B1'],
      ]),
      { ready: true, details: { units: 2, source: 'kafka' } },
    ]);
    await publish(['b', toUnitEvent('b', { version: 2, name: 'B2' })], ['c', '{"no":"contract"}']);
    await waitFor(async () => (await stored())['b'] === 2, { describe: 'the change to be stored' });
    expect(await stored()).toEqual({ a: 2, b: 2 });
    await reader.stop();
  }, 60_000);

  it('starts from what was read last when Kafka does not answer', async () => {
    const { names, reader } = createReader(nobody);
    await reader.start();
    expect([names.get('a'), names.get('b'), reader.isLoaded]).toEqual(['A2', 'B2', true]);
    expect(reader.report()).toEqual({ ready: true, details: { units: 2, source: 'stored' } });
    await reader.stop();
  });

  it('leaves out an entry that is older than the one it knows, wherever it comes from', async () => {
    // A topic that was put back from a backup, say.
    await publish(['a', toUnitEvent('a', { version: 1, name: 'A1' })], ['d', toUnitEvent('d', { version: 1, name: 'D1' })]);
    const { names, reader } = createReader(client, 60_000);
    await reader.start();
    expect([names.get('a'), names.get('d')]).toEqual(['A2', 'D1']);
    await waitFor(async () => 'd' in (await stored()), { describe: 'the new entry to be stored' });
    expect(await stored()).toEqual({ a: 2, b: 2, d: 1 });
    await reader.stop();
  }, 60_000);

  it('forgets what the catalogue took back', async () => {
    const { names, reader } = createReader(client, 60_000);
    await reader.start();
    await producer.send(topic, [{ key: 'd', value: null }]);
    await waitFor(async () => !('d' in (await stored())), { describe: 'the entry to be gone' });
    expect(names.has('d')).toBe(false);
    await reader.stop();
  }, 60_000);

  it('stores what comes behind that though it is older: an entry that the catalogue lost, and that was settled, is nowhere', async () => {
    const { names, reader } = createReader(client, 60_000);
    await reader.start();
    await publish(['b', toUnitEvent('b', { version: 3, name: 'B3' })]);
    await waitFor(async () => (await stored())['b'] === 3, { describe: 'the entry that will be lost to be stored' });
    await producer.send(topic, [
      { key: 'b', value: null },
      { key: 'b', value: toUnitEvent('b', { version: 2, name: 'B2' }) },
    ]);
    await waitFor(async () => (await stored())['b'] === 2, { describe: 'the entry of before to be stored' });
    expect(names.get('b')).toBe('B2');
    await reader.stop();
  }, 60_000);
});
