import { Kafka } from '@motcua/kafkajs';
import { waitFor } from '@motcua/testing';
import { runMotcua } from '@motcua/testing/stack';
import { logLevel, Partitioners, type Producer } from 'kafkajs';
import type { House } from '../house/house.ts';
import { TopicReader } from '../observe/topic-reader.ts';
import { chooseCopies, toPoisonKey } from './choose-copies.ts';
import { nothing, type Fault } from './fault.ts';

const topics = ['dossier.events.v1', 'sla.events.v1', 'digitization.events.v1', 'ratings.events.v1'];
const MOST_COPIES = 40;

/** What has been published comes again, as after a relay that does not know how far it came. */
export const duplicates: Fault = {
  name: 'duplicates',
  targets: topics,
  on: 'kafka',
  lastsMs: [0, 1_000],
  async inject(house, topic) {
    const reader = new TopicReader(house.kafka.running.brokers, topic);
    await reader.readOn();
    const copies = chooseCopies(reader.records, MOST_COPIES);
    await withProducer(house, async (producer) => {
      for (const { partition, key, value } of copies)
        await producer.send({ topic, acks: -1, messages: [{ partition, key, value }] });
    });
    return { times: () => copies.length, heal: nothing };
  },
};

/** Records that nobody can read. An operator drops what has been parked of them. */
export const poison: Fault = {
  name: 'poison',
  targets: topics.slice(0, 3),
  on: 'kafka',
  lastsMs: [2_000, 4_000],
  async inject(house, topic) {
    const values = [
      '{',
      'null',
      JSON.stringify({ specversion: '1.0', id: 'x', type: 'vn.motcua.dossier.received.v1', data: {} }),
    ];
    await withProducer(house, async (producer) => {
      for (const [index, value] of values.entries())
        await producer.send({ topic, acks: -1, messages: [{ partition: index, key: toPoisonKey(index), value }] });
    });
    return {
      times: () => countParked(house),
      heal: () => dropParked(house),
    };
  },
};

/** How often somebody has put one of them aside: before that it has struck nobody. Zero where it was passed over. */
async function countParked(house: House): Promise<number> {
  const schemas = ['sla', 'kpi', 'notification', 'digitization'];
  const parked = schemas.map((schema) => `SELECT FROM ${schema}.dlq_event WHERE key LIKE 'poison-%' AND status = 'parked'`);
  const sql = `SELECT count(*)::int AS parked FROM (${parked.join(' UNION ALL ')}) AS put_aside`;
  const find = async (): Promise<number | undefined> => {
    const [row] = await house.query<{ parked: number }>(sql);
    return row?.parked === 0 ? undefined : row?.parked;
  };
  return waitFor(find, { describe: 'somebody to put the poison aside', timeoutMs: 20_000, intervalMs: 500 }).catch(() => 0);
}

/** As an operator does, again until everybody answers them. */
async function dropParked({ stack }: House): Promise<void> {
  await waitFor(async () => (await runMotcua(stack.home, ['dlq', 'drop', '--all', '--json'])).code === 0, {
    describe: 'what is parked to be dropped',
    timeoutMs: 60_000,
    intervalMs: 500,
  });
}

async function withProducer(house: House, work: (producer: Producer) => Promise<void>): Promise<void> {
  const kafka = new Kafka({ brokers: [house.kafka.running.brokers], clientId: 'drill', logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  try {
    await work(producer);
  } finally {
    await producer.disconnect();
  }
}
