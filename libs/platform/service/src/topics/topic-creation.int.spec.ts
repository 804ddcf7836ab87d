import { afterAll, expect, it } from '@jest/globals';
import { topics } from '@motcua/contracts';
import { createKafkajsClient } from '@motcua/kafka';
import { Kafka } from '@motcua/kafkajs';
import { createLogger } from '@motcua/observability';
import { getTestKafkaBrokers, uniqueName, waitFor } from '@motcua/testing';
import { ConfigResourceTypes, logLevel } from 'kafkajs';
import { TopicCreation } from './topic-creation.ts';
import { toTestTopicNames } from './topic-names.ts';

const client = createKafkajsClient({ brokers: getTestKafkaBrokers().split(','), clientId: 'topics-spec' });
const logger = createLogger('spec', { level: 'silent' });
afterAll(() => client.close());

it('makes the topics that are wanting, and refuses to begin with one that has more partitions than its contract', async () => {
  const names = toTestTopicNames(uniqueName('topics'));
  const made = new TopicCreation({ client, names, keys: ['dossierEvents', 'units'], logger });
  expect(await made.run(new AbortController().signal)).toBe(true);
  expect(made.report()).toEqual({ ready: true });
  expect(await client.admin.listOffsets(names.dossierEvents)).toHaveLength(topics.dossierEvents.partitions);

  await client.admin.createTopics([{ name: names.slaEvents, partitions: topics.slaEvents.partitions + 1 }]);
  const refused = new TopicCreation({ client, names, keys: ['slaEvents'], logger });
  const stop = new AbortController();
  const running = refused.run(stop.signal);
  await waitFor(() => refused.report().reason?.includes('has more than the 6 partitions of its contract'), {
    describe: 'the topic to be refused',
  });
  expect(refused.report().ready).toBe(false);
  stop.abort();
  expect(await running).toBe(false);
});

/** What Kafka answers of a topic's settings that differ from the broker's. */
async function readSettings(topic: string): Promise<Record<string, string>> {
  const admin = new Kafka({ brokers: getTestKafkaBrokers().split(','), logLevel: logLevel.NOTHING }).admin();
  try {
    await admin.connect();
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [
        { type: ConfigResourceTypes.TOPIC, name: topic, configNames: ['retention.ms', 'segment.ms', 'cleanup.policy'] },
      ],
    });
    const entries = resources.flatMap(({ configEntries }) => configEntries);
    return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
  } finally {
    await admin.disconnect();
  }
}

it('keeps events for seven days, wake-ups for minutes, and the last of each reference for ever', async () => {
  const names = toTestTopicNames(uniqueName('kept'));
  const made = new TopicCreation({ client, names, keys: ['slaEvents', 'kpiUpdates', 'units'], logger });
  await made.run(new AbortController().signal);
  expect(await readSettings(names.slaEvents)).toMatchObject({ 'retention.ms': '604800000', 'cleanup.policy': 'delete' });
  expect(await readSettings(names.kpiUpdates)).toEqual({
    'retention.ms': '600000',
    'segment.ms': '600000',
    'cleanup.policy': 'delete',
  });
  expect(await readSettings(names.units)).toMatchObject({ 'cleanup.policy': 'compact' });
});
