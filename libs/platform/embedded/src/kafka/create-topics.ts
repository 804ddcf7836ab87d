import pRetry from 'p-retry';
import { createProbeClient } from './client.ts';

export interface TopicSpec {
  readonly topic: string;
  readonly partitions: number;
  /** Topic settings by Kafka's names, for example `{ 'cleanup.policy': 'compact' }`. */
  readonly config?: Readonly<Record<string, string>>;
  readonly replicationFactor?: number;
}

/** Creates the topics that are not there yet (existing ones are left as they are) and waits for their leaders. */
export async function createTopics(brokers: string, topics: readonly TopicSpec[]): Promise<void> {
  const admin = createProbeClient(brokers).admin();
  try {
    await admin.connect();
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter(({ topic }) => !existing.has(topic));
    if (missing.length === 0) return;
    await admin.createTopics({ waitForLeaders: false, topics: missing.map(toKafkaTopic) });
    await untilServed(() => Promise.all(missing.map(({ topic }) => admin.fetchTopicOffsets(topic))));
  } finally {
    await admin.disconnect();
  }
}

/**
 * kafkajs waits where a topic has no leader yet. A busy broker may also not know of the topic yet, or not know yet that it leads it, and
 * those kafkajs takes for errors: only who asks for offsets knows that they can be asked for.
 */
const untilServed = (ask: () => Promise<unknown>): Promise<unknown> => pRetry(ask, { retries: 100, minTimeout: 100, factor: 1 });

function toKafkaTopic({ topic, partitions, config = {}, replicationFactor = 1 }: TopicSpec) {
  const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
  return { topic, numPartitions: partitions, replicationFactor, configEntries };
}
