import { createKafkajsClient, type KafkaClientPort } from '@motcua/kafka';
import { findInDatabase, uniqueName, waitFor } from '@motcua/testing';
import { Kafka } from '@motcua/kafkajs';
import { logLevel } from 'kafkajs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { readStackFile, type RunningStack } from '@motcua/testing/stack';
import { toNeedles, type Person } from './people.ts';

/** Columns of any schema that have something of a person in clear, the queue's among them. */
export async function findInColumns({ home }: RunningStack, person: Person): Promise<string[]> {
  const found = await findInDatabase((await readStackFile(home)).postgres.url, toNeedles(person));
  return toPlaces(found.map((line) => line.slice(0, line.indexOf(': '))));
}

/** What lies on every topic of the broker, from its beginning: keys, values and headers. */
export async function readTopics({ home }: RunningStack): Promise<ReadonlyMap<string, string>> {
  const { brokers } = (await readStackFile(home)).kafka;
  const client = createKafkajsClient({ brokers: brokers.split(','), clientId: 'planted' });
  try {
    const topics = await listTopics(brokers);
    return new Map(await Promise.all(topics.map(async (topic) => [topic, await readTopic(client, topic)] as const)));
  } finally {
    await client.close();
  }
}

/** Topics that have something of a person. */
export const findOnTopics = (topics: ReadonlyMap<string, string>, person: Person): string[] =>
  [...topics].filter(([, records]) => has(records, person)).map(([topic]) => topic);

/** Files of the stack that have something of a person in their bytes: logs, contents, and all that database and broker wrote. */
export async function findInFiles({ home }: RunningStack, person: Person): Promise<string[]> {
  const found: string[] = [];
  for await (const path of listFiles(home)) {
    const bytes = await readFile(path).catch(() => Buffer.alloc(0)); // It was renamed or removed meanwhile.
    if (toNeedles(person).some((needle) => bytes.includes(needle))) found.push(relative(home, path));
  }
  return found.sort();
}

const toPlaces = (found: readonly string[]): string[] => [...new Set(found)].sort();
const has = (text: string, person: Person): boolean => toNeedles(person).some((needle) => text.includes(needle));

/** All that the broker has: also those that no contract of ours names. */
async function listTopics(brokers: string): Promise<string[]> {
  const admin = new Kafka({ brokers: brokers.split(','), clientId: 'planted', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return (await admin.listTopics()).filter((topic) => topic !== '__consumer_offsets').sort();
  } finally {
    await admin.disconnect();
  }
}

async function readTopic(client: KafkaClientPort, topic: string): Promise<string> {
  const ends = await client.admin.listOffsets(topic);
  const records: string[] = [];
  const missing = new Map(ends.filter(({ begin, end }) => end > begin).map(({ partition, end }) => [partition, end]));
  if (missing.size === 0) return '';
  const consumer = client.createConsumer({ groupId: uniqueName('planted'), topics: [topic] });
  await consumer.start({
    onAssigned: (partitions) => Promise.resolve(partitions.map((partition) => ({ ...partition, offset: 0n }))),
    onBatch: (delivery) => {
      const { messages, nextOffset, partition } = delivery.batch;
      for (const { key, value, headers } of messages)
        records.push([key, value, ...Object.entries(headers).flat(2)].map(String).join('\n'));
      if (nextOffset >= (missing.get(partition) ?? 0n)) missing.delete(partition);
      delivery.resolve(nextOffset);
      return Promise.resolve();
    },
    onPassedOver: () => undefined,
    onOffsetOutOfRange: () => undefined,
    onCrash: () => undefined,
  });
  await waitFor(() => missing.size === 0, { describe: `all of ${topic}` });
  await consumer.stop();
  return records.join('\n');
}

async function* listFiles(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listFiles(path);
    else if (entry.isFile()) yield path;
  }
}
