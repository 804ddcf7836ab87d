import { waitFor } from '@motcua/testing';
import { Kafka } from '@motcua/kafkajs';
import { logLevel, type Admin } from 'kafkajs';

async function withAdmin<Answer>(brokers: readonly string[], ask: (admin: Admin) => Promise<Answer>): Promise<Answer> {
  const admin = new Kafka({ brokers: [...brokers], clientId: 'broken-log', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Whatever is on the topic now is gone, as after the days that a log is kept; what comes later gets later offsets. */
export const expireRecords = (brokers: readonly string[], topic: string): Promise<void> =>
  withAdmin(brokers, async (admin) => {
    const ends = await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({ topic, partitions: ends.map(({ partition, high: offset }) => ({ partition, offset })) });
  });

/** Another topic of the same name, with nothing on it. */
export const recreateTopic = (brokers: readonly string[], topic: string): Promise<void> =>
  withAdmin(brokers, async (admin) => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    await admin.deleteTopics({ topics: [topic] });
    await waitFor(async () => !(await admin.listTopics()).includes(topic), { describe: 'the topic gone' });
    const partitions = topics[0]?.partitions.length ?? 1;
    await admin.createTopics({ topics: [{ topic, numPartitions: partitions }], waitForLeaders: false });
    // kafkajs gives up where a leader is not there at once
    const isThere = (): Promise<boolean> =>
      admin.fetchTopicOffsets(topic).then(
        (ends) => ends.length === partitions,
        () => false,
      );
    await waitFor(isThere, { describe: 'the topic to be there again' });
  });
