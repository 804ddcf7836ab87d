import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createTestTopic, getTestKafkaBrokers, waitFor } from '@motcua/testing';
import { Kafka } from '@motcua/kafkajs';
import { logLevel } from 'kafkajs';
import type { PartitionCounts } from '../client/partition-counts.ts';
import type { KafkaClientPort } from '../client/kafka-client.port.ts';
import { silentLog } from '../client/transport-log.ts';
import { createKafkajsClient } from '../kafkajs/create-kafkajs-client.ts';
import { ConsumerOffsetStore } from '../offsets/consumer-offset.store.ts';
import { readProjectionLag } from '../offsets/projection-lag.ts';
import type { BatchProjection } from '../projection/batch-projection.ts';
import {
  createLedger,
  createLedgerProjection,
  createMovements,
  toEntries,
  toRecord,
  type Ledger,
  type Movement,
} from '../testing/ledger.fixture.ts';
import type { Transactions } from '../transactions/transaction.ts';
import { ProjectionRunner } from './projection-runner.ts';

const brokers = getTestKafkaBrokers().split(',');
const kafka = new Kafka({ brokers, clientId: 'position-spec', logLevel: logLevel.NOTHING });
const admin = kafka.admin();
const movements = createMovements(['a', 'b'], 5);
let ledger: Ledger;
let client: KafkaClientPort;
let runners: ProjectionRunner<Movement, number>[] = [];
let infos: string[] = [];

beforeAll(async () => {
  ledger = await createLedger();
  client = createKafkajsClient({ brokers, clientId: 'position-spec' });
  await admin.connect();
});
afterEach(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  runners = [];
  infos = [];
  await ledger.clear();
});
afterAll(async () => {
  await admin.disconnect();
  await client.close();
  await ledger.close();
});

const start = async (
  projection: BatchProjection<Movement, number>,
  transactions: Transactions = ledger.transactions,
  partitions: PartitionCounts = {},
): Promise<ProjectionRunner<Movement, number>> => {
  const onFailure = (error: Error): void => {
    throw error;
  };
  const runner = new ProjectionRunner({
    log: { ...silentLog, info: (_fields, message) => infos.push(message) },
    client,
    transactions,
    schema: 'test',
    projection,
    partitions,
    refreshIntervalMs: 100,
    onFailure,
  });
  runners.push(runner);
  await runner.start();
  return runner;
};
const send = async (topic: string, them: readonly Movement[] = movements): Promise<void> => {
  const producer = client.createProducer();
  await producer.send(
    topic,
    them.map((movement) => toRecord(movement)),
  );
  await producer.close();
};
const untilRefused = (runner: ProjectionRunner<Movement, number>) =>
  waitFor(() => runner.status().state === 'refused' && runner.status().reason, { describe: 'a refusal' });
const untilCaughtUp = (runner: ProjectionRunner<Movement, number>) =>
  waitFor(() => runner.status().caughtUp, { describe: 'caught up' });
const deleteBefore = async (topic: string, offset: string): Promise<void> => {
  // kafkajs deletes records only of topics it has asked about before
  await admin.fetchTopicOffsets(topic);
  await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset }] });
};
const applyAll = async (topic: string, projection: BatchProjection<Movement, number>): Promise<void> => {
  await send(topic);
  const runner = await start(projection);
  await untilCaughtUp(runner);
  await runner.stop();
};

describe('a stored position', () => {
  it('before the log’s begin stops the projection and names the rebuild', async () => {
    const topic = await createTestTopic();
    const projection = createLedgerProjection(topic);
    await applyAll(topic, projection);
    await send(topic);
    await deleteBefore(topic, '15');
    const runner = await start(projection);
    expect(await untilRefused(runner)).toBe(
      `offset.out-of-range: ${projection.name} stands at 10 of ${topic}/0, which holds [15, 20): the records from there on were deleted. Run "motcua rebuild ledger".`,
    );
    expect(await ledger.getNextOffsets(projection.name)).toEqual(['10']);
  });

  it('behind the log’s end stops it too: the broker lost its tail', async () => {
    const topic = await createTestTopic();
    const projection = createLedgerProjection(topic);
    await applyAll(topic, projection);
    await ledger.pool.query('UPDATE test.consumer_offset SET next_offset = 11');
    expect(await untilRefused(await start(projection))).toContain('offset.out-of-range');
  });

  it('falls out of range while the projection runs', async () => {
    const topic = await createTestTopic();
    await send(topic);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const ledgerProjection = createLedgerProjection(topic);
    const projection: BatchProjection<Movement, number> = {
      ...ledgerProjection,
      apply: async (...parameters) => {
        await gate;
        return ledgerProjection.apply(...parameters);
      },
    };
    const runner = await start(projection);
    await waitFor(() => runner.status().counters.batches === 1, { describe: 'the first batch in hand' });
    await send(topic);
    await deleteBefore(topic, '15');
    release();
    expect(await untilRefused(runner)).toContain('offset.out-of-range');
  });

  it('is not begun in a partition that the topic’s contract does not have: a key would lie in two', async () => {
    const topic = await createTestTopic({ partitions: 3 });
    const projection = createLedgerProjection(topic);
    const runner = await start(projection, ledger.transactions, { [topic]: 2 });
    const reason = await untilRefused(runner);
    expect(reason).toContain(
      `offset.partition-surplus: ${projection.name} was given ${topic}/2. ${topic} has more than the 2 partitions of its contract`,
    );
    // It looks whether somebody has cured it, and nobody has.
    const looks = jest.spyOn(client.admin, 'listOffsets');
    await waitFor(() => looks.mock.calls.length >= 3, { describe: 'the runner to look again' });
    looks.mockRestore();
    expect([runner.status().state, runner.status().partitions]).toEqual(['refused', []]);
    expect(infos).toEqual([]);
  });

  it('of another incarnation of the topic is not taken for this one', async () => {
    const topic = await createTestTopic();
    const projection = createLedgerProjection(topic);
    await applyAll(topic, projection);
    await admin.deleteTopics({ topics: [topic] });
    await waitFor(async () => !(await admin.listTopics()).includes(topic), { describe: 'the topic gone' });
    await client.admin.createTopics([{ name: topic, partitions: 1 }]);
    expect(await untilRefused(await start(projection))).toContain('offset.topic-replaced');
  });

  it('that never was needs a log with its beginning', async () => {
    const topic = await createTestTopic();
    await send(topic);
    await deleteBefore(topic, '3');
    expect(await untilRefused(await start(createLedgerProjection(topic)))).toContain('offset.history-missing');
  });

  it('that was refused is read on as soon as a rebuild has set it, without a restart', async () => {
    const topic = await createTestTopic();
    const projection = createLedgerProjection(topic);
    await applyAll(topic, projection);
    await send(topic);
    await deleteBefore(topic, '15');
    const runner = await start(projection);
    await untilRefused(runner);
    await ledger.transactions.run(async (transaction) => {
      const lag = await readProjectionLag(transaction, { client, schema: 'test', projection: projection.name, topics: [topic] });
      const cursors = lag.map(({ identity, range }) => ({ identity, nextOffset: range.end }));
      await new ConsumerOffsetStore('test').overwrite(transaction, cursors);
    });
    await send(topic, createMovements(['c'], 2));
    await untilCaughtUp(runner);
    await waitFor(async () => (await ledger.listEntries()).includes('c/2'), { describe: 'what came after the rebuild' });
    expect(runner.status()).toMatchObject({ state: 'running', reason: undefined });
  });

  it('crosses transaction markers and aborted records, which no batch shows', async () => {
    const topic = await createTestTopic();
    const producer = kafka.producer({ transactionalId: topic, idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    for (const [index, movement] of movements.entries()) {
      const transaction = await producer.transaction();
      await transaction.send({ topic, messages: [toRecord(movement)] });
      await (index % 3 === 2 ? transaction.abort() : transaction.commit());
    }
    await producer.disconnect();
    const projection = createLedgerProjection(topic);
    const runner = await start(projection);
    await untilCaughtUp(runner);
    const committed = movements.filter((_, index) => index % 3 !== 2);
    expect(await ledger.listEntries()).toEqual(toEntries(committed));
    await runner.stop();
    const again = await start(projection);
    await untilCaughtUp(again);
    expect(await ledger.listEntries()).toEqual(toEntries(committed));
    expect(again.status()).toMatchObject({ state: 'running', lag: 0n });
  });

  it('is looked at again in one statement for all partitions', async () => {
    const topic = await createTestTopic({ partitions: 3 });
    const looks: unknown[] = [];
    const transactions: Transactions = {
      run: (work) =>
        ledger.transactions.run((transaction) =>
          work({
            execute: (statement, parameters) => transaction.execute(statement, parameters),
            query: (statement, parameters) => {
              const sql = typeof statement === 'string' ? statement : statement.text;
              if (/FROM [^;]*consumer_offset/.test(sql)) looks.push(parameters?.at(-1));
              return transaction.query(statement, parameters);
            },
          }),
        ),
    };
    const runner = await start(createLedgerProjection(topic), transactions);
    await untilCaughtUp(runner);
    looks.length = 0;
    await waitFor(() => looks.length > 2, { describe: 'three looks' });
    expect(looks[1]).toEqual([0, 1, 2]);
    expect(looks[2]).toEqual([0, 1, 2]);
  });

  it('of every partition can be read from outside', async () => {
    const topic = await createTestTopic({ partitions: 2 });
    const projection = createLedgerProjection(topic);
    await applyAll(topic, projection);
    await send(topic);
    const positions = await ledger.transactions.run((transaction) =>
      readProjectionLag(transaction, { client, schema: 'test', projection: projection.name, topics: [topic] }),
    );
    expect(positions.reduce((sum, { lag }) => sum + lag, 0n)).toBe(10n);
    expect(positions.map(({ identity, nextOffset }) => [identity.partition, typeof nextOffset])).toEqual([
      [0, 'bigint'],
      [1, 'bigint'],
    ]);
  });
});
