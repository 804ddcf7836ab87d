import { expect, it } from '@jest/globals';
import { createTestTopic, getTestKafkaBrokers } from '@motcua/testing';
import { Kafka } from '@motcua/kafkajs';
import { logLevel } from 'kafkajs';
import { createKafkajsClient } from './create-kafkajs-client.ts';

const brokers = getTestKafkaBrokers().split(',');

it('leaves every key in its partition when a topic is given more partitions than its contract has', async () => {
  const topic = await createTestTopic({ partitions: 2 });
  const client = createKafkajsClient({ brokers, clientId: 'bound-spec', partitions: { [topic]: 2 } });
  const admin = new Kafka({ brokers, clientId: 'bound-spec', logLevel: logLevel.NOTHING }).admin();
  const keys = Array.from({ length: 40 }, (_, index) => `dossier-${index}`);
  const partitionsOf = async (): Promise<readonly (readonly number[])[]> => {
    const producer = client.createProducer();
    const answers: (readonly number[])[] = [];
    for (const key of keys) answers.push([...(await producer.send(topic, [{ key, value: 'x' }])).keys()]);
    await producer.close();
    return answers;
  };
  try {
    const before = await partitionsOf();
    expect(new Set(before.flat())).toEqual(new Set([0, 1]));
    await admin.connect();
    await admin.createPartitions({ topicPartitions: [{ topic, count: 8 }] });
    // A producer that begins now knows of all of them.
    expect(await partitionsOf()).toEqual(before);
    expect((await client.admin.listOffsets(topic)).slice(2).every(({ end }) => end === 0n)).toBe(true);
  } finally {
    await admin.disconnect();
    await client.close();
  }
});
