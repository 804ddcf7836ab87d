import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { waitFor } from '@motcua/testing';
import type {
  BatchDelivery,
  ConsumerHandlers,
  ConsumerOptions,
  ConsumerPort,
  KafkaClientPort,
  NewTopic,
  Position,
  TopicPartition,
} from './kafka-client.port.ts';

/** What every client adapter must do. `createClient` gives a new client on the same cluster each time. */
export function describeKafkaClient(name: string, createClient: () => KafkaClientPort): void {
  describe(`${name} as a Kafka client`, () => {
    let client: KafkaClientPort;
    const consumers: ConsumerPort[] = [];
    beforeAll(() => {
      client = createClient();
    });
    afterAll(async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await client.close();
    });

    const createTopic = async (options: Partial<NewTopic> = {}): Promise<string> => {
      const topic = `client-${randomUUID()}`;
      await client.admin.createTopics([{ name: topic, partitions: 1, ...options }]);
      return topic;
    };
    const send = async (topic: string, values: readonly string[], partition = 0): Promise<Map<number, bigint>> => {
      const producer = client.createProducer();
      const offsets = await producer.send(
        topic,
        values.map((value) => ({ key: 'key', value, partition })),
      );
      await producer.close();
      return offsets;
    };
    const consume = async (
      topic: string,
      handlers: Partial<ConsumerHandlers>,
      groupId: string = randomUUID(),
      options: Pick<ConsumerOptions, 'maxWaitTimeMs'> = {},
    ): Promise<ConsumerPort> => {
      const consumer = client.createConsumer({ groupId, topics: [topic], ...options });
      consumers.push(consumer);
      await consumer.start({ ...createReader().handlers, ...handlers });
      return consumer;
    };

    describe('admin', () => {
      it('creates a topic once and tells a re-created one by its id', async () => {
        const topic = await createTopic({ partitions: 3 });
        await client.admin.createTopics([{ name: topic, partitions: 3 }]);
        const ids = await client.admin.findTopicIds([topic, 'no-such-topic']);
        expect([...ids.keys()]).toEqual([topic]);
        expect(ids.get(topic)).toMatch(/^[0-9a-f]{32}$/);
        expect(await client.admin.findTopicIds([topic])).toEqual(ids);
        expect(await client.admin.getClusterId()).not.toBe('');
      });

      it('lists begin and end of every partition', async () => {
        const topic = await createTopic({ partitions: 2 });
        await send(topic, ['a', 'b', 'c'], 1);
        expect(await client.admin.listOffsets(topic)).toEqual([
          { topic, partition: 0, begin: 0n, end: 0n },
          { topic, partition: 1, begin: 0n, end: 3n },
        ]);
      });
    });

    describe('members of a group', () => {
      it('are listed with the instance that they were told, and dismissed by others', async () => {
        const topic = await createTopic();
        const groupId = randomUUID();
        expect(await client.admin.listMembers(groupId)).toEqual([]);
        const joined: unknown[] = [];
        const consumer = client.createConsumer({ groupId, topics: [topic], instance: 'one' });
        consumers.push(consumer);
        const { handlers } = createReader();
        await consumer.start({
          ...handlers,
          onAssigned: (partitions) => {
            joined.push(partitions);
            return handlers.onAssigned(partitions);
          },
        });
        await consume(topic, {}, groupId);
        const members = await waitFor(
          async () => {
            const listed = await client.admin.listMembers(groupId);
            return listed.length === 2 && listed;
          },
          { describe: 'two members' },
        );
        expect(members.map(({ instance }) => instance).toSorted()).toEqual(['one', undefined]);
        const { memberId = '' } = members.find(({ instance }) => instance === 'one') ?? {};
        const joins = joined.length;
        expect(await client.admin.dismiss(groupId, memberId)).toBe(true);
        expect(await client.admin.dismiss(groupId, memberId)).toBe(false);
        // It lives: so it is back, as another member.
        await waitFor(() => joined.length > joins, { describe: 'it to join again' });
        const again = (await client.admin.listMembers(groupId)).filter(({ instance }) => instance === 'one');
        expect(again.map((member) => member.memberId)).not.toContain(memberId);
      }, 60_000);
    });

    describe('producer', () => {
      it('answers the offset of the first record of each partition', async () => {
        const topic = await createTopic({ partitions: 2 });
        expect(await send(topic, ['a', 'b'], 1)).toEqual(new Map([[1, 0n]]));
        expect(await send(topic, ['c'], 1)).toEqual(new Map([[1, 2n]]));
        expect(await send(topic, [])).toEqual(new Map());
      });

      it('keeps a key on one partition and sends headers and tombstones', async () => {
        const topic = await createTopic({ partitions: 4 });
        const producer = client.createProducer();
        const first = await producer.send(topic, [{ key: 'dossier', value: 'a', headers: { type: 'created' } }]);
        const second = await producer.send(topic, [{ key: 'dossier', value: null }]);
        await producer.close();
        expect([...second.keys()]).toEqual([...first.keys()]);
        const reader = createReader();
        await consume(topic, reader.handlers);
        const messages = await waitFor(() => reader.messages.length === 2 && reader.messages, { describe: 'two records' });
        expect(messages.map(({ key, value }) => [key?.toString(), value?.toString()])).toEqual([
          ['dossier', 'a'],
          ['dossier', undefined],
        ]);
        expect(messages[0]?.headers['type']?.toString()).toBe('created');
      });

      it('rejects a send to a topic that does not exist', async () => {
        const producer = client.createProducer();
        await expect(producer.send(`none-${randomUUID()}`, [{ key: null, value: 'a' }])).rejects.toThrow();
        await producer.close();
      }, 60_000);
    });

    describe('consumer', () => {
      it('reads each partition from the position it is told, and not the ones it is told nothing of', async () => {
        const topic = await createTopic({ partitions: 2 });
        await send(topic, ['a', 'b', 'c'], 0);
        await send(topic, ['x'], 1);
        const reader = createReader();
        await consume(topic, { ...reader.handlers, onAssigned: () => Promise.resolve([{ topic, partition: 0, offset: 1n }]) });
        await waitFor(() => reader.messages.length === 2, { describe: 'two records' });
        expect(reader.texts()).toEqual(['b', 'c']);
        expect(reader.deliveries[0]?.batch).toMatchObject({
          topic,
          partition: 0,
          fetchedOffset: 1n,
          nextOffset: 3n,
          endOffset: 3n,
        });
      });

      it('delivers live records when they come, and not when a fetch has waited long enough', async () => {
        const topic = await createTopic();
        const reader = createReader();
        const maxWaitTimeMs = 5_000;
        await consume(topic, reader.handlers, randomUUID(), { maxWaitTimeMs });
        await send(topic, ['warm-up']);
        await waitFor(() => reader.messages.length === 1, { describe: 'the first record' });
        const producer = client.createProducer();
        const delays: number[] = [];
        for (let index = 0; index < 21; index += 1) {
          const sentAt = performance.now();
          await producer.send(topic, [{ key: null, value: String(index) }]);
          await waitFor(() => reader.messages.length === index + 2, { describe: 'the record', intervalMs: 1 });
          delays.push(performance.now() - sentAt);
        }
        await producer.close();
        // A fetch that waited would take a half of that on the average.
        expect(delays.sort((one, other) => one - other)[10]).toBeLessThan(maxWaitTimeMs / 5);
      });

      it('delivers again what was not resolved', async () => {
        const topic = await createTopic();
        await send(topic, ['a', 'b', 'c']);
        const reader = createReader({
          resolve: (delivery, index) => {
            delivery.resolve(index === 0 ? 1n : delivery.batch.nextOffset);
          },
        });
        await consume(topic, reader.handlers);
        await waitFor(() => reader.messages.length === 5, { describe: 'five deliveries' });
        expect(reader.texts()).toEqual(['a', 'b', 'c', 'b', 'c']);
      });

      it('reads on from where it is sought', async () => {
        const topic = await createTopic();
        await send(topic, ['a', 'b', 'c']);
        const reader = createReader();
        const consumer = await consume(topic, reader.handlers);
        await waitFor(() => reader.messages.length === 3, { describe: 'three records' });
        consumer.seek({ topic, partition: 0, offset: 2n });
        await waitFor(() => reader.messages.length === 4, { describe: 'the third once more' });
        expect(reader.texts()).toEqual(['a', 'b', 'c', 'c']);
      });

      it('says so when the position is not in the log, and does not jump', async () => {
        const topic = await createTopic();
        await send(topic, ['a', 'b', 'c']);
        const reader = createReader();
        const lost: Position[] = [];
        const onAssigned = () => Promise.resolve([{ topic, partition: 0, offset: 7n }]);
        await consume(topic, { ...reader.handlers, onAssigned, onOffsetOutOfRange: (position) => lost.push(position) });
        await waitFor(() => lost.length > 0, { describe: 'the refusal' });
        expect(lost).toEqual([{ topic, partition: 0, offset: 7n }]);
        expect(reader.messages).toEqual([]);
      });

      it('crashes once when a handler throws', async () => {
        const topic = await createTopic();
        await send(topic, ['a']);
        const crashes: Error[] = [];
        await consume(topic, { onBatch: () => Promise.reject(new Error('bug')), onCrash: (error) => crashes.push(error) });
        await waitFor(() => crashes.length > 0, { describe: 'the crash' });
        expect(crashes.map(({ message }) => message)).toEqual(['bug']);
      });

      it('shares the partitions of a group, and gives them on when a member leaves', async () => {
        const topic = await createTopic({ partitions: 4 });
        const groupId = randomUUID();
        const [one, other] = [createReader(), createReader()];
        const leaving = await consume(topic, one.handlers, groupId);
        await waitFor(() => one.assigned.length === 4, { describe: 'all four' });
        await consume(topic, other.handlers, groupId);
        await waitFor(() => one.assigned.length === 2 && other.assigned.length === 2, {
          describe: 'two each',
          timeoutMs: 20_000,
        });
        await leaving.stop();
        await waitFor(() => other.assigned.length === 4, { describe: 'all four again', timeoutMs: 20_000 });
      }, 60_000);
    });
  });
}

function createReader({
  resolve = (delivery: BatchDelivery) => {
    delivery.resolve(delivery.batch.nextOffset);
  },
}: { resolve?: (delivery: BatchDelivery, index: number) => void } = {}) {
  const deliveries: BatchDelivery[] = [];
  let assigned: readonly TopicPartition[] = [];
  const handlers: ConsumerHandlers = {
    onAssigned: (partitions) => {
      assigned = partitions;
      return Promise.resolve(partitions.map((it) => ({ ...it, offset: 0n })));
    },
    onBatch: (delivery) => {
      deliveries.push(delivery);
      resolve(delivery, deliveries.length - 1);
      return Promise.resolve();
    },
    onPassedOver: () => undefined,
    onOffsetOutOfRange: ({ offset }) => {
      throw new Error(`out of range: ${offset}`);
    },
    onCrash: (error) => {
      throw error;
    },
  };
  return {
    handlers,
    deliveries,
    get assigned() {
      return assigned;
    },
    get messages() {
      return deliveries.flatMap(({ batch }) => batch.messages);
    },
    texts: () => deliveries.flatMap(({ batch }) => batch.messages.map(({ value }) => value?.toString())),
  };
}
