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
    await untilLed(() => admin.fetchTopicMetadata({ topics: missing.map(({ topic }) => topic) }));
  } finally {
    await admin.disconnect();
  }
}

/** kafkajs waits where a topic has no leader yet; a busy broker may also not know of it yet, and that it takes for an error. */
const untilLed = (ask: () => Promise<unknown>): Promise<unknown> => pRetry(ask, { retries: 100, minTimeout: 100, factor: 1 });

function toKafkaTopic({ topic, partitions, config = {}, replicationFactor = 1 }: TopicSpec) {
  const configEntries = Object.entries(config).map(([name, value]) => ({ name, value }));
  return { topic, numPartitions: partitions, replicationFactor, configEntries };
}
