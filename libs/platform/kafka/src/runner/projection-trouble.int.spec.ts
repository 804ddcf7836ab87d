import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestTopic, waitFor } from '@motcua/testing';
import type { OutgoingRecord } from '../client/kafka-client.port.ts';
import { createLedgerProjection, createMovements, toEntries, toRecord, type Movement } from '../testing/ledger.fixture.ts';
import { accounts, RunnerHarness } from '../testing/runner.fixture.ts';
import type { Transaction } from '../transactions/transaction.ts';

let harness: RunnerHarness;
beforeAll(async () => {
  harness = await RunnerHarness.open();
});
afterEach(() => harness.clear());
afterAll(() => harness.close());

describe('trouble', () => {
  it('parks poison of any kind and applies the rest', async () => {
    const topic = await createTestTopic();
    const movements = createMovements(accounts, 20);
    const records: OutgoingRecord[] = movements.map((movement) => toRecord(movement));
    records[7] = { key: 'a', value: 'not json' };
    records[33] = { key: 'b\u0000', value: JSON.stringify({ account: 'b', version: 9, balance: 9_999_999_999 }) };
    records[34] = { key: null, value: 'bug' };
    records[50] = { key: 'x', value: 'noise' };
    await harness.send(topic, records);
    const projection = createLedgerProjection(topic);
    const runner = await harness.start(projection);
    await harness.untilApplied(96);
    expect(await harness.ledger.listParked(projection.name)).toEqual([
      { offset: '7', step: 'parse', reason: 'not JSON', status: 'parked' },
      { offset: '33', step: 'apply', reason: expect.stringContaining('out of range'), status: 'parked' },
      { offset: '34', step: 'step', reason: 'step fell over', status: 'parked' },
    ]);
    const expected = movements.filter((_, index) => ![7, 33, 34, 50].includes(index));
    expect(await harness.ledger.listEntries()).toEqual(toEntries(expected));
    expect(await harness.ledger.getNextOffsets(projection.name)).toEqual(['100']);
    expect(runner.status()).toMatchObject({
      state: 'running',
      counters: { parked: 3, applied: 96, skipped: new Map([['noise', 1]]) },
    });
  });

  it('parks what `apply` names once it has looked closely, each for its reason, and writes the rest as if they had not been there', async () => {
    const topic = await createTestTopic();
    const movements = createMovements(accounts, 4);
    const records: OutgoingRecord[] = movements.map((movement) => toRecord(movement));
    for (const index of [6, 11]) records[index] = toRecord({ ...(movements[index] as Movement), balance: -1 });
    await harness.send(topic, records);
    const projection = createLedgerProjection(topic);
    const runner = await harness.start(projection);
    await harness.untilApplied(18);
    expect(await harness.ledger.listParked(projection.name)).toEqual(
      ['6', '11'].map((offset) => ({ offset, step: 'check', reason: 'the balance is below zero', status: 'parked' })),
    );
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements.filter((_, index) => ![6, 11].includes(index))));
    expect(await harness.ledger.getNextOffsets(projection.name)).toEqual(['20']);
    expect(runner.status().counters).toMatchObject({ parked: 2, applied: 18 });
  });

  it('holds what follows in the same batch behind a message that `apply` parks, where order matters', async () => {
    const topic = await createTestTopic();
    const [first, second, third] = createMovements(['a'], 3);
    const [other] = createMovements(['b'], 1);
    const projection = createLedgerProjection(topic, { afterParking: 'hold' });
    await harness.send(
      topic,
      [first, { ...(second as Movement), balance: -1 }, third, other].map((it) => toRecord(it as Movement)),
    );
    await harness.start(projection);
    await harness.untilApplied(2);
    expect(await harness.ledger.listEntries()).toEqual(['a/1', 'b/1']);
    expect((await harness.ledger.listParked(projection.name)).map(({ step }) => step)).toEqual(['check', 'hold']);
  });

  it('marks a parked message superseded when a later one of its key is applied', async () => {
    const topic = await createTestTopic();
    const [first, second, third] = createMovements(['a'], 3);
    const projection = createLedgerProjection(topic, { afterParking: 'supersede' });
    const runner = await harness.start(projection);
    await harness.send(topic, [toRecord(first as Movement), { key: 'a', value: 'broken' }, { key: 'b', value: 'broken' }]);
    await waitFor(() => runner.status().counters.parked === 2, { describe: 'two parked' });
    expect(runner.status().partitions[0]?.parked).toBe(2);
    await harness.send(topic, [toRecord(second as Movement), toRecord(third as Movement)]);
    await harness.untilApplied(3);
    expect((await harness.ledger.listParked(projection.name)).map(({ offset, status }) => [offset, status])).toEqual([
      ['1', 'superseded'],
      ['2', 'parked'],
    ]);
    expect(runner.status().partitions[0]?.parked).toBe(1);
  });

  it('holds a key behind those parked messages of it that no later one repeats, and supersedes the others', async () => {
    const topic = await createTestTopic();
    const [first, second] = createMovements(['a'], 2);
    const [other] = createMovements(['b'], 1);
    const projection = createLedgerProjection(topic, {
      afterParking: ({ value }) => (String(value) === 'said once' ? 'hold' : 'supersede'),
    });
    await harness.start(projection);
    await harness.send(topic, [
      { key: 'a', value: 'said once' },
      { key: 'b', value: 'broken' },
      toRecord(first as Movement),
      toRecord(other as Movement),
    ]);
    await harness.untilApplied(1);
    await harness.send(topic, [toRecord(second as Movement)]);
    const parked = async () =>
      (await harness.ledger.listParked(projection.name)).map(({ offset, step, status }) => [offset, step, status]);
    await waitFor(async () => (await parked()).length === 4, { describe: 'what is parked, and what waits behind it' });
    expect(await parked()).toEqual([
      ['0', 'parse', 'parked'],
      ['1', 'parse', 'superseded'],
      ['2', 'hold', 'parked'],
      ['4', 'hold', 'parked'],
    ]);
    expect(await harness.ledger.listEntries()).toEqual(['b/1']);
  });

  it('holds later messages of a key back behind a parked one where order matters', async () => {
    const topic = await createTestTopic();
    const [first, second] = createMovements(['a'], 2);
    const [other] = createMovements(['b'], 1);
    const projection = createLedgerProjection(topic, { afterParking: 'hold' });
    await harness.start(projection);
    await harness.send(topic, [{ key: 'a', value: 'broken' }, toRecord(first as Movement), toRecord(other as Movement)]);
    await harness.untilApplied(1);
    await harness.send(topic, [toRecord(second as Movement)]);
    await waitFor(async () => (await harness.ledger.listParked(projection.name)).length === 3, { describe: 'three parked' });
    expect(await harness.ledger.listEntries()).toEqual(['b/1']);
    expect((await harness.ledger.listParked(projection.name)).map(({ step }) => step)).toEqual(['parse', 'hold', 'hold']);
  });

  it('stops with the fuse blown when nearly everything is bad, and has written none of it', async () => {
    const topic = await createTestTopic();
    const projection = createLedgerProjection(topic);
    await harness.send(
      topic,
      Array.from({ length: 500 }, () => ({ key: 'a', value: 'broken' })),
    );
    const runner = await harness.start(projection);
    const status = await harness.untilState(runner, 'fused');
    expect(status.reason).toBe('100 dead letters in a row; the last: not JSON');
    expect(status.caughtUp).toBe(false);
    expect(await harness.ledger.listParked(projection.name)).toEqual([]);
    expect(await harness.ledger.getNextOffsets(projection.name)).toEqual(['0']);
    expect(harness.failures).toEqual([]);
  });

  it('halves a batch whose transaction the server ends for lasting too long, and remembers it', async () => {
    const topic = await createTestTopic();
    const movements = createMovements(accounts, 16); // 80
    await harness.send(topic, movements);
    const ledgerProjection = createLedgerProjection(topic);
    const sizes: number[] = [];
    const runner = await harness.start(
      {
        ...ledgerProjection,
        apply: async (transaction, items, context) => {
          sizes.push(items.length);
          // As a batch does that is too large for its time.
          if (items.length > 25) {
            await transaction.query(`SET LOCAL transaction_timeout = '200ms'`);
            await transaction.query('SELECT pg_sleep(30)');
          }
          return ledgerProjection.apply(transaction, items, context);
        },
      },
      { retry: { maxElapsedMs: 2_000 } },
    );
    await harness.untilApplied(80);
    expect(harness.failures).toEqual([]);
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements));
    expect(runner.status().counters).toMatchObject({ applied: 80, parked: 0 });
    // None of a size that had failed was tried again.
    expect(sizes).toEqual([80, 40, 20, 20, 20, 20]);
    await harness.send(topic, createMovements(['z'], 40));
    await harness.untilApplied(120);
    expect(Math.max(...sizes.slice(6))).toBeLessThanOrEqual(20);
  }, 40_000);

  it('runs a transaction again that failed for a reason that passes', async () => {
    const topic = await createTestTopic();
    const movements = createMovements(accounts, 10);
    await harness.send(topic, movements);
    let commits = 0; // of batches: a look at the cursors would be one too
    const flaky = harness.around({
      beforeCommit: async (transaction) => {
        commits += 1;
        if (commits === 2) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
        if (commits === 3) await transaction.query('SELECT pg_terminate_backend(pg_backend_pid())');
      },
    });
    const runner = await harness.start(createLedgerProjection(topic), { transactions: flaky, refreshIntervalMs: 60_000 });
    await harness.untilApplied(movements.length);
    expect(await harness.ledger.listEntries()).toEqual(toEntries(movements));
    expect(runner.status()).toMatchObject({ state: 'running', counters: { retries: 2, parked: 0 } });
  });

  it('does not commit past an error it does not know, and reports it', async () => {
    const topic = await createTestTopic();
    await harness.send(topic, createMovements(accounts, 2));
    const projection = {
      ...createLedgerProjection(topic),
      apply: (transaction: Transaction) => transaction.query<never>('SELECT * FROM test.no_such_table').then(() => 0),
    };
    const runner = await harness.start(projection);
    const status = await harness.untilState(runner, 'failed');
    expect(status.reason).toContain('no_such_table');
    expect(harness.failures).toHaveLength(1);
    expect(await harness.ledger.getNextOffsets(projection.name)).toEqual(['0']);
  });

  it('lets wake-ups after the commit fail', async () => {
    const topic = await createTestTopic();
    await harness.send(topic, createMovements(accounts, 2));
    const outcomes: number[] = [];
    const afterCommit = (outcome: number) => {
      outcomes.push(outcome);
      throw new Error('nobody listens');
    };
    const runner = await harness.start({ ...createLedgerProjection(topic), afterCommit });
    await waitFor(() => runner.status().caughtUp, { describe: 'caught up' });
    expect(outcomes.reduce((sum, it) => sum + it, 0)).toBe(10);
    expect(runner.status().state).toBe('running');
  });
});
