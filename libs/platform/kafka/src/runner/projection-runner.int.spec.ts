import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestTopic, waitFor } from '@motcua/testing';
import { createLedgerProjection, createMovements, toEntries } from '../testing/ledger.fixture.ts';
import { accounts, RunnerHarness, type TransactionHooks } from '../testing/runner.fixture.ts';

let harness: RunnerHarness;
beforeAll(async () => {
  harness = await RunnerHarness.open();
});
afterEach(() => harness.clear());
afterAll(() => harness.close());

describe('a projection', () => {
  it('applies every message once and says it has caught up', async () => {
    const topic = await createTestTopic({ partitions: 3 });
    const movements = createMovements(accounts, 200);
    await harness.send(topic, movements);
    const projection = createLedgerProjection(topic);
    const runner = await harness.start(projection, { maxMessagesPerTransaction: 50 });
    const status = await waitFor(() => runner.status().caughtUp && runner.status(), { describe: 'caught up' });
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements));
    expect(status).toMatchObject({
      state: 'running',
      lag: 0n,
      hasCaughtUp: true,
      counters: { applied: 1_000, parked: 0, retries: 0, fenced: 0 },
    });
    expect(status.messagesPerSecond).toBeGreaterThan(0);
    expect(status.partitions.map(({ nextOffset }) => nextOffset).reduce((sum, it) => sum + it, 0n)).toBe(1_000n);
  });

  it('reads on where its transaction left off, whatever the group remembers', async () => {
    const topic = await createTestTopic();
    const projection = createLedgerProjection(topic);
    const first = createMovements(accounts, 10);
    await harness.send(topic, first);
    const one = await harness.start(projection, { groupId: `${projection.name}.one` });
    await harness.untilApplied(first.length);
    await one.stop();
    const all = createMovements(accounts, 20);
    await harness.send(topic, all.slice(first.length));
    await harness.start(projection, { groupId: `${projection.name}.other` });
    await harness.untilApplied(all.length);
    expect(await harness.ledger.listEntries()).toEqual(toEntries(all));
  });

  it('keeps the newest state when the relay sends everything twice', async () => {
    const topic = await createTestTopic({ partitions: 2 });
    const movements = createMovements(accounts, 30);
    await harness.send(topic, movements);
    await harness.send(topic, movements);
    const runner = await harness.start(createLedgerProjection(topic));
    await waitFor(() => runner.status().counters.applied === 300, { describe: 'all applied' });
    expect(await Promise.all(accounts.map((account) => harness.ledger.getBalance(account)))).toEqual([300, 300, 300, 300, 300]);
  });

  it('loses and doubles nothing when it dies between the commit and telling the broker', async () => {
    const topic = await createTestTopic();
    const movements = createMovements(accounts, 40);
    await harness.send(topic, movements);
    const projection = createLedgerProjection(topic);
    const network = harness.createNetwork();
    let commits = 0;
    const dying: TransactionHooks = {
      // the first commit is the claim
      afterCommit: async () => {
        commits += 1;
        if (commits < 3) return;
        network.cut();
        await harness.die();
      },
    };
    await harness.startMortal(projection, network, dying);
    await waitFor(() => commits === 3, { describe: 'death after a commit' });
    expect(await harness.ledger.listEntries()).toHaveLength(100);
    // another group, so that the test need not wait until the dead member's session ends
    await harness.start(projection, { groupId: `${projection.name}.next`, maxMessagesPerTransaction: 50 });
    await harness.untilApplied(movements.length);
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements));
  }, 60_000);

  it('loses and doubles nothing when it dies between apply and the commit', async () => {
    const topic = await createTestTopic();
    const movements = createMovements(accounts, 40);
    await harness.send(topic, movements);
    const projection = createLedgerProjection(topic);
    const network = harness.createNetwork();
    let applied = 0;
    const dying: TransactionHooks = {
      beforeCommit: async (transaction) => {
        const [row] = await transaction.query<{ count: string }>('SELECT count(*) FROM test.entry');
        if (row?.count !== '100') return;
        applied = 100;
        network.cut();
        // the server ends the session of a dead process
        await transaction.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
        await harness.die();
      },
    };
    await harness.startMortal(projection, network, dying);
    await waitFor(() => applied === 100, { describe: 'death before a commit' });
    expect(await harness.ledger.listEntries()).toHaveLength(50);
    await harness.start(projection, { groupId: `${projection.name}.next`, maxMessagesPerTransaction: 50 });
    await harness.untilApplied(movements.length);
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements));
  }, 60_000);

  it('refuses a zombie: paused in mid-batch, replaced, then woken', async () => {
    const topic = await createTestTopic({ partitions: 2 });
    const movements = createMovements(accounts, 40);
    await harness.send(topic, movements);
    const projection = createLedgerProjection(topic);
    const network = harness.createNetwork();
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    let begins = 0;
    const drowsy: TransactionHooks = {
      // two claims, one batch, then sleep before the next
      beforeBegin: async () => {
        begins += 1;
        if (begins < 4) return;
        network.cut();
        await asleep;
      },
    };
    const zombie = await harness.startMortal(projection, network, drowsy);
    await waitFor(() => begins >= 4, { describe: 'the zombie asleep' });
    await harness.start(projection);
    await harness.untilApplied(movements.length);
    wake();
    await waitFor(() => zombie.status().counters.fenced > 0, { describe: 'the zombie refused' });
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements));
  }, 60_000);

  it('shares partitions among instances through joins and leaves without a double', async () => {
    const topic = await createTestTopic({ partitions: 6 });
    const many = Array.from({ length: 30 }, (_, index) => `account-${index}`);
    const movements = createMovements(many, 100);
    const projection = createLedgerProjection(topic);
    const one = await harness.start(projection, { maxMessagesPerTransaction: 20 });
    await harness.send(topic, movements.slice(0, 1_000));
    const other = await harness.start(projection, { maxMessagesPerTransaction: 20 });
    await harness.send(topic, movements.slice(1_000, 2_000));
    await waitFor(() => other.status().partitions.length === 3, { describe: 'three partitions moved', timeoutMs: 20_000 });
    await one.stop();
    await harness.send(topic, movements.slice(2_000));
    await harness.untilApplied(movements.length);
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements));
    expect(harness.failures).toEqual([]);
  }, 60_000);

  it('goes on from where a rebuild put its cursor', async () => {
    const topic = await createTestTopic();
    const movements = createMovements(accounts, 4);
    await harness.send(topic, movements);
    const projection = createLedgerProjection(topic);
    const runner = await harness.start(projection);
    await harness.untilApplied(movements.length);
    await harness.ledger.pool.query(`UPDATE test.consumer_offset SET next_offset = 15, epoch = epoch + 1 WHERE projection = $1`, [
      projection.name,
    ]);
    await harness.untilApplied(movements.length + 5);
    expect(await harness.ledger.getNextOffsets(projection.name)).toEqual(['20']);
    expect(runner.status()).toMatchObject({ state: 'running', lag: 0n });
  });
});
