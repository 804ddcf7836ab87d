import { createTopics } from '@motcua/embedded';
import { getTestKafkaBrokers } from './test-stack-address.ts';
import { uniqueName } from './unique-name.ts';

/** Creates a topic that only the calling suite uses and returns its name. `config` uses Kafka's names of topic settings. */
export async function createTestTopic({
  partitions = 1,
  prefix = 'topic',
  config = {},
  brokers = getTestKafkaBrokers(),
}: { partitions?: number; prefix?: string; config?: Readonly<Record<string, string>>; brokers?: string } = {}): Promise<string> {
  const topic = uniqueName(prefix);
  await createTopics(brokers, [{ topic, partitions, config }]);
  return topic;
}
