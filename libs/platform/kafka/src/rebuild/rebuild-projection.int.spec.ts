import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { toTransaction } from '@motcua/postgres';
import { createTestTopic, getTestKafkaBrokers, waitFor } from '@motcua/testing';
import { silentLog } from '../client/transport-log.ts';
import { appendToArchive, createArchive } from '../testing/archive.fixture.ts';
import { expireRecords, recreateTopic } from '../testing/broken-log.fixture.ts';
import { createLedgerProjection, createMovements, toRecord, type Movement } from '../testing/ledger.fixture.ts';
import { RunnerHarness, type LedgerProjection } from '../testing/runner.fixture.ts';
import { rebuildProjection } from './rebuild-projection.ts';

const brokers = getTestKafkaBrokers().split(',');
let harness: RunnerHarness;

beforeAll(async () => {
  harness = await RunnerHarness.open();
  await createArchive(harness.ledger.pool, 'archived');
});
afterEach(async () => {
  await harness.clear();
  await harness.ledger.pool.query('TRUNCATE archived.archive');
});
afterAll(async () => {
  await harness.close();
});

/** Appends as a service does, and publishes as its relay does. */
async function publish(topic: string, movements: readonly Movement[]): Promise<void> {
  const records = movements.map((movement) => toRecord(movement));
  await appendToArchive(harness.ledger.pool, 'archived', records);
  await harness.send(topic, records);
}

async function rebuild(projection: LedgerProjection, chunkSize = 4) {
  const progress = { events: 0, dossiers: 0, unreadable: 0 };
  const { pool, transactions } = harness.ledger;
  const [topic = ''] = projection.topics;
  await rebuildProjection(
    {
      client: harness.client,
      transactions,
      database: toTransaction(pool),
      schema: 'test',
      projection,
      archives: new Map([[topic, 'archived.archive']]),
      chunkSize,
      log: silentLog,
    },
    progress,
  );
  return progress;
}

const listBalances = async () => {
  const { rows } = await harness.ledger.pool.query<{ balance: string }>(
    `SELECT account || '/' || version || '/' || balance AS balance FROM test.account ORDER BY account`,
  );
  return rows.map(({ balance }) => balance);
};

const movements = createMovements(['a', 'b', 'c'], 10);
const whole = ['a/10/100', 'b/10/100', 'c/10/100'];

describe('a rebuild from the event table', () => {
  it.each<[string, (topic: string, projection: LedgerProjection) => Promise<void>]>([
    [
      'makes good what the log lost while the projection was away, and it goes on',
      async (topic, projection) => {
        const runner = await harness.start(projection);
        await publish(topic, movements.slice(0, 9));
        await harness.untilApplied(9);
        await runner.stop();
        await publish(topic, movements.slice(9, 27));
        await expireRecords(brokers, topic);
      },
    ],
    [
      'of a topic that was created anew',
      async (topic, projection) => {
        const runner = await harness.start(projection);
        await publish(topic, movements.slice(0, 9));
        await harness.untilApplied(9);
        await runner.stop();
        await appendToArchive(
          harness.ledger.pool,
          'archived',
          movements.slice(9, 27).map((movement) => toRecord(movement)),
        );
        await recreateTopic(brokers, topic);
      },
    ],
    [
      'for a projection that came to an old installation',
      async (topic) => {
        await publish(topic, movements.slice(0, 27));
        await expireRecords(brokers, topic);
      },
    ],
  ])(
    '%s',
    async (_what, prepare) => {
      const topic = await createTestTopic();
      const projection = createLedgerProjection(topic, { afterParking: 'hold' });
      await prepare(topic, projection);
      const runner = await harness.start(projection);
      await harness.untilState(runner, 'refused');
      expect(await rebuild(projection)).toEqual({ events: 27, dossiers: 0, unreadable: 0 });
      await harness.untilState(runner, 'running');
      await publish(topic, movements.slice(27));
      await waitFor(async () => (await listBalances()).join() === whole.join(), { describe: 'what came afterwards' });
      expect(await harness.ledger.listParked(projection.name)).toEqual([]);
    },
    60_000,
  );

  it('puts a key where the producer puts it, beside no live batch of its partition', async () => {
    const topic = await createTestTopic({ partitions: 3 });
    const many = createMovements(
      Array.from({ length: 40 }, (_, index) => `account-${index}`),
      3,
    );
    const projection = createLedgerProjection(topic, { afterParking: 'hold' });
    const live = new Map<string, number>();
    const rebuilt = new Map<string, number>();
    const watched: LedgerProjection = {
      ...projection,
      apply: (transaction, items, context) => {
        const seen = context.mode === 'rebuild' ? rebuilt : live;
        for (const { value } of items) seen.set(value.account, context.partition);
        return projection.apply(transaction, items, context);
      },
    };
    const runner = await harness.start(watched);
    await publish(topic, many);
    await harness.untilApplied(many.length);
    // What was read live is rebuilt while more comes.
    const accounts = [...new Set(many.map(({ account }) => account))];
    await Promise.all([
      rebuild(watched, 25),
      publish(
        topic,
        accounts.map((account) => ({ account, version: 4, balance: 40 })),
      ),
    ]);
    await waitFor(async () => (await listBalances()).every((balance) => balance.endsWith('/4/40')), {
      describe: 'what came meanwhile',
    });
    await waitFor(() => runner.status().caughtUp, { describe: 'caught up' });
    expect(new Set(live.values()).size).toBe(3);
    expect(rebuilt).toEqual(live);
    expect(await listBalances()).toHaveLength(40);
  }, 60_000);

  it('settles what was parked before, and parks what still fails with all that follows it', async () => {
    const topic = await createTestTopic();
    const projection = createLedgerProjection(topic, { afterParking: 'hold' });
    const cured: LedgerProjection = {
      ...projection,
      // the release that is there now can take what the one before could not
      apply: (transaction, items, context) =>
        projection.apply(
          transaction,
          items.map((item) => (item.value.account === 'a' ? { ...item, value: { ...item.value, balance: 1 } } : item)),
          context,
        ),
    };
    const poison = { account: 'a', version: 2, balance: -1 };
    const left = { account: 'b', version: 2, balance: -1 };
    const runner = await harness.start(projection);
    await publish(topic, [...createMovements(['a', 'b'], 1), poison, left, { account: 'a', version: 3, balance: 5 }]);
    await waitFor(() => runner.status().partitions[0]?.parked === 3, { describe: 'three parked' });
    await runner.stop();

    expect(await rebuild(cured)).toMatchObject({ events: 5, unreadable: 1 });
    const parked = await harness.ledger.listParked(projection.name);
    expect(parked.filter(({ status }) => status === 'parked')).toMatchObject([
      { step: 'check', reason: 'the balance is below zero' },
    ]);
    expect(parked.filter(({ status }) => status === 'superseded')).toHaveLength(3);
    expect(await listBalances()).toEqual(['a/3/1', 'b/1/10']);
    // what comes for the key later waits behind it
    await harness.start(cured);
    await publish(topic, [{ account: 'b', version: 3, balance: 7 }]);
    await waitFor(
      async () => (await harness.ledger.listParked(projection.name)).filter(({ status }) => status === 'parked').length === 2,
      { describe: 'the next of the key held back' },
    );
  }, 60_000);

  it('that fails leaves the position where it was', async () => {
    const topic = await createTestTopic();
    const projection = createLedgerProjection(topic);
    const broken: LedgerProjection = { ...projection, apply: () => Promise.reject(new Error('a bug')) };
    const runner = await harness.start(projection);
    await publish(topic, movements.slice(0, 3));
    await harness.untilApplied(3);
    await runner.stop();
    await publish(topic, movements.slice(3, 20));
    await expireRecords(brokers, topic);
    await expect(rebuild(broken)).rejects.toThrow('a bug');
    await harness.untilState(await harness.start(projection), 'refused');
    await rebuild(projection);
    expect(await listBalances()).toEqual(['a/7/70', 'b/7/70', 'c/6/60']);
  }, 60_000);
});
