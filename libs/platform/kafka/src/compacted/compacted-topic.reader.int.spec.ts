import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestTopic, getTestKafkaBrokers, waitFor } from '@motcua/testing';
import type { KafkaClientPort, OutgoingRecord, ProducerPort } from '../client/kafka-client.port.ts';
import { createKafkajsClient } from '../kafkajs/create-kafkajs-client.ts';
import { CompactedTopicReader } from './compacted-topic.reader.ts';
import { readCompactedTopic } from './read-compacted-topic.ts';

let client: KafkaClientPort;
let producer: ProducerPort;
beforeAll(() => {
  client = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'compacted-spec' });
  producer = client.createProducer();
});
afterAll(async () => {
  await producer.close();
  await client.close();
});

const createTopic = () => createTestTopic({ partitions: 2, config: { 'cleanup.policy': 'compact' } });
const toRecords = (entries: Record<string, string | null>): OutgoingRecord[] =>
  Object.entries(entries).map(([key, value]) => ({ key, value }));

const createTable = (topics: readonly string[]) => {
  const table = new Map<string, string>();
  const reader = new CompactedTopicReader({
    client,
    topics,
    onRecord: (key, value) => (value === null ? table.delete(key) : table.set(key, value.toString())),
    onFailure: (error) => {
      throw error;
    },
  });
  return { table, reader };
};

describe('CompactedTopicReader', () => {
  it('has read everything that was there when start resolves, then follows', async () => {
    const topic = await createTopic();
    await producer.send(topic, toRecords({ a: '1', b: '1', c: '1' }));
    await producer.send(topic, toRecords({ a: '2', b: null }));
    const { table, reader } = createTable([topic]);
    expect(reader.isLoaded).toBe(false);
    await reader.start();
    expect(reader.isLoaded).toBe(true);
    expect(Object.fromEntries(table)).toEqual({ a: '2', c: '1' });
    await producer.send(topic, toRecords({ c: null, d: '1' }));
    await waitFor(() => table.has('d') && !table.has('c'), { describe: 'the live changes' });
    await reader.stop();
  });

  it('is ready at once on empty topics, and reads several', async () => {
    const [empty, full] = [await createTopic(), await createTopic()];
    await producer.send(full, toRecords({ a: '1' }));
    const { table, reader } = createTable([empty, full]);
    await reader.start();
    expect(Object.fromEntries(table)).toEqual({ a: '1' });
    await producer.send(empty, toRecords({ b: '1' }));
    await waitFor(() => table.has('b'), { describe: 'the first record of the other topic' });
    await reader.stop();
  });

  it('gives every reader every record', async () => {
    const topic = await createTopic();
    await producer.send(topic, toRecords({ a: '1', b: '2' }));
    const tables = [createTable([topic]), createTable([topic])];
    await Promise.all(tables.map(({ reader }) => reader.start()));
    expect(tables.map(({ table }) => Object.fromEntries([...table].sort()))).toEqual([
      { a: '1', b: '2' },
      { a: '1', b: '2' },
    ]);
    await Promise.all(tables.map(({ reader }) => reader.stop()));
  });

  it('can be read once', async () => {
    const topic = await createTopic();
    await producer.send(topic, toRecords({ a: '1', b: '2', c: null }));
    const records = await readCompactedTopic(client, topic);
    expect([...records].map(([key, value]) => [key, value.toString()]).sort()).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
});
