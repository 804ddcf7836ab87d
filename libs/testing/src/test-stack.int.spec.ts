import { describe, expect, it } from '@jest/globals';
import { Kafka } from '@motcua/kafkajs';
import { logLevel, Partitioners } from 'kafkajs';
import pg from 'pg';
import { createTestDatabase } from './test-database.ts';
import { getTestKafkaBrokers } from './test-stack-address.ts';
import { createTestTopic } from './test-topic.ts';
import { uniqueName } from './unique-name.ts';
import { waitFor } from './wait-for.ts';

describe('the stack of a test run', () => {
  it('has a PostgreSQL that answers', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ version: string }>('SELECT version()');
    await client.end();
    await database.drop();
    expect(rows[0]?.version).toMatch(/^PostgreSQL 18/);
  });

  it('has a Kafka that carries a message', async () => {
    const kafka = new Kafka({ brokers: getTestKafkaBrokers().split(','), logLevel: logLevel.NOTHING });
    const topic = await createTestTopic();
    const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    const consumer = kafka.consumer({ groupId: uniqueName('group'), maxWaitTimeInMs: 100 });
    const seen: string[] = [];

    await Promise.all([producer.connect(), consumer.connect()]);
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({ eachMessage: ({ message }) => Promise.resolve(void seen.push(String(message.value))) });
    await producer.send({ topic, messages: [{ value: 'hello' }] });
    await waitFor(() => seen.length === 1, { describe: 'the message' });
    await Promise.all([consumer.disconnect(), producer.disconnect()]);

    expect(seen).toEqual(['hello']);
  });
});
