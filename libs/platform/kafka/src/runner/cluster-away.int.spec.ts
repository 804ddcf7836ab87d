import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnKafka, waitFor } from '@motcua/testing';
import { createLedgerProjection, createMovements, toEntries } from '../testing/ledger.fixture.ts';
import { accounts, RunnerHarness } from '../testing/runner.fixture.ts';

let kafka: OwnKafka;
let harness: RunnerHarness;
beforeAll(async () => {
  kafka = await OwnKafka.start();
  harness = await RunnerHarness.open(kafka.brokers);
}, 120_000);
afterAll(async () => {
  await harness.clear();
  await harness.close();
  await kafka.close();
}, 60_000);

const topic = 'movements';
const projection = createLedgerProjection(topic);

describe('a projection whose cluster goes away for longer than its client tries', () => {
  it('says so, ends nothing, and reads on where it was when the cluster is back', async () => {
    await harness.client.admin.createTopics([{ name: topic, partitions: 2 }]);
    const runner = await harness.start(projection);
    const movements = createMovements(accounts, 4);
    await harness.send(topic, movements.slice(0, 10));
    await harness.untilApplied(10);

    await kafka.leave();
    // kafkajs tries for some 15 s, then its consumer is dead.
    await waitFor(() => runner.status().reason?.startsWith('Kafka does not answer'), {
      describe: 'the runner to say so',
      timeoutMs: 60_000,
    });
    expect([harness.failures, runner.status().state]).toEqual([[], 'starting']);

    await kafka.comeBack();
    await harness.send(topic, movements.slice(10));
    await waitFor(async () => (await harness.ledger.listEntries()).length === movements.length, {
      describe: 'the rest to be applied',
      timeoutMs: 60_000,
    });
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements));
    expect(runner.status()).toMatchObject({ state: 'running', reason: undefined });
    expect(harness.failures).toEqual([]);
  }, 180_000);

  it('begins when the cluster comes, where it was away at the start', async () => {
    await harness.clear();
    await kafka.leave();
    const runner = harness.create(projection);
    const starting = runner.start();
    await waitFor(() => runner.status().reason?.startsWith('Kafka does not answer'), {
      describe: 'the runner to say so',
      timeoutMs: 60_000,
    });
    await kafka.comeBack();
    await starting;
    await harness.untilState(runner, 'running');
    expect(harness.failures).toEqual([]);
  }, 180_000);
});
