import { afterAll, expect, it, jest } from '@jest/globals';
import { createTestTopic, getTestKafkaBrokers } from '@motcua/testing';
import { setTimeout as rest } from 'node:timers/promises';
import { createKafkajsClient } from './create-kafkajs-client.ts';

const client = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'idle-spec' });
afterAll(() => client.close());

it('sets no timers while nothing is asked', async () => {
  const topic = await createTestTopic();
  // More than one request at once: some wait for their turn.
  await Promise.all(Array.from({ length: 50 }, () => client.admin.listOffsets(topic)));
  const timers = jest.spyOn(globalThis, 'setTimeout');
  // eslint-disable-next-line no-restricted-syntax -- nothing is to happen; a busy machine sets fewer timers, not more
  await rest(1_000);
  expect(timers.mock.calls.length).toBeLessThan(20);
  expect(await client.admin.listOffsets(topic)).toHaveLength(1);
});
