import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka } from '@motcua/kafkajs';
import { createTestTopic, getTestKafkaBrokers } from '@motcua/testing';
import { logLevel } from 'kafkajs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { workspaceRoot } from '../deploy/repository.ts';

const example = join(workspaceRoot, 'docs/examples/follow-events.js');
const brokers = getTestKafkaBrokers();
const producer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.ERROR }).producer();
let topic: string;
beforeAll(async () => {
  topic = await createTestTopic({ prefix: 'follow-events' });
  await producer.connect();
});
afterAll(() => producer.disconnect());

const say = (key: string, value: string) => producer.send({ topic, messages: [{ key, value }] });

describe('docs/examples/follow-events.js', () => {
  it('prints what is in a topic, and what comes into it', async () => {
    await say('hs-1', '{"type":"before"}');
    const child = spawn(process.execPath, [example, topic], {
      env: { PATH: process.env['PATH'], KAFKA_BROKERS: brokers },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    try {
      expect((await lines.next()).value).toBe('0/0 hs-1 {"type":"before"}');
      await say('hs-2', '{"type":"after"}');
      expect((await lines.next()).value).toBe('0/1 hs-2 {"type":"after"}');
    } finally {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  }, 60_000);

  it('says how it is called', async () => {
    const child = spawn(process.execPath, [example], { env: {}, stdio: 'ignore' });
    expect(await once(child, 'close')).toEqual([2, null]);
  });
});
