import { afterAll, expect, it } from '@jest/globals';
import { topics } from '@motcua/contracts';
import { createKafkajsClient } from '@motcua/kafka';
import { createLogger } from '@motcua/observability';
import { getTestKafkaBrokers, uniqueName, waitFor } from '@motcua/testing';
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
