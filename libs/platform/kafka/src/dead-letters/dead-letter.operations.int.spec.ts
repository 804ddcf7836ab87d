import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConsumerOffsetStore, type PartitionIdentity } from '../offsets/consumer-offset.store.ts';
import type { AfterParkingRule } from '../projection/after-parking.ts';
import { createMessage } from '../testing/incoming-message.builder.ts';
import { createLedger, createLedgerProjection, type Ledger } from '../testing/ledger.fixture.ts';
import { DeadLetterOperations } from './dead-letter.operations.ts';
import { DeadLetterStore } from './dead-letter.store.ts';

const projection = createLedgerProjection('movements');
const identity: PartitionIdentity = {
  projection: projection.name,
  clusterId: 'cluster',
  topicId: 'id',
  topic: 'movements',
  partition: 0,
};
let ledger: Ledger;
let operations: DeadLetterOperations;

beforeAll(async () => {
  ledger = await createLedger();
  operations = new DeadLetterOperations({ transactions: ledger.transactions, schema: 'test', projections: () => [projection] });
});
beforeEach(() => ledger.clear());
afterAll(() => ledger.close());

const park = async (values: readonly string[]): Promise<string[]> => {
  const parkings = values.map((value, index) => ({
    message: createMessage({
      topic: 'movements',
      offset: BigInt(index),
      key: 'a',
      value,
      headers: { type: Buffer.from('movement') },
      timestamp: 1_000,
    }),
    reason: 'not JSON',
    step: 'parse',
  }));
  await ledger.transactions.run(async (transaction) => {
    await new ConsumerOffsetStore('test').claim(transaction, identity, 'owner', 0n);
    await new DeadLetterStore('test').park(transaction, identity, parkings);
  });
  const { deadLetters } = await operations.list();
  return deadLetters.map(({ id }) => id).reverse();
};
const good = JSON.stringify({ account: 'a', version: 1, balance: 10 });
const belowZero = JSON.stringify({ account: 'a', version: 1, balance: -1 });
const outOfRange = JSON.stringify({ account: 'a', version: 1, balance: 9_999_999_999 });

describe('dead letters', () => {
  it('are listed newest first, in pages, and filtered', async () => {
    const ids = await park(['x', 'y', 'z']);
    const first = await operations.list({ limit: 2 });
    expect(first.deadLetters.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const second = await operations.list({ limit: 2, before: first.next ?? '' });
    expect(second.deadLetters.map(({ id }) => id)).toEqual([ids[0]]);
    expect(second.next).toBeNull();
    expect((await operations.list({ status: 'dropped' })).deadLetters).toEqual([]);
    expect((await operations.list({ key: 'a', projection: projection.name, topic: 'movements' })).deadLetters).toHaveLength(3);
  });

  it('are shown with what was in the log', async () => {
    const [id] = await park(['broken']);
    expect(await operations.find(id ?? '')).toMatchObject({
      offset: '0',
      key: 'a',
      payload: 'broken',
      headers: { type: 'movement' },
      publishedAt: '1970-01-01T00:00:01.000Z',
      status: 'parked',
      attempts: 0,
    });
    expect(await operations.find('404')).toBeUndefined();
    expect(await operations.find('no number')).toBeUndefined();
  });

  it('are applied once by a replay', async () => {
    const [id = ''] = await park([good]);
    expect(await operations.replay(id, 'an operator')).toMatchObject({ id, status: 'replayed', resolvedBy: 'an operator' });
    expect(await ledger.listEntries()).toEqual(['a/1']);
    expect(await operations.replay(id, 'an operator')).toEqual({
      code: 'dlq.not-parked',
      detail: `dead letter ${id} is replayed`,
    });
    expect(await ledger.listEntries()).toEqual(['a/1']);
  });

  it('stay parked when they still fail, in the step or in apply', async () => {
    const [broken = '', tooLarge = '', negative = ''] = await park(['broken', outOfRange, belowZero]);
    expect(await operations.replay(broken, 'me')).toEqual({ code: 'dlq.still-failing', detail: 'parse: not JSON' });
    expect(await operations.replay(tooLarge, 'me')).toMatchObject({
      code: 'dlq.still-failing',
      detail: expect.stringContaining('out of range'),
    });
    expect(await operations.replay(negative, 'me')).toEqual({
      code: 'dlq.still-failing',
      detail: 'check: the balance is below zero',
    });
    expect(await operations.find(tooLarge)).toMatchObject({
      status: 'parked',
      attempts: 1,
      lastError: expect.stringContaining('out of range'),
    });
    expect(await ledger.listEntries()).toEqual([]);
  });

  it('are given up by a drop', async () => {
    const [id = ''] = await park([good]);
    expect(await operations.drop(id, 'me')).toMatchObject({ status: 'dropped', resolvedBy: 'me' });
    expect(await operations.drop(id, 'me')).toMatchObject({ code: 'dlq.not-parked' });
    expect(await operations.drop('404', 'me')).toMatchObject({ code: 'dlq.not-found' });
  });

  it('are parked again when a cursor that went back meets them, unless they were given up', async () => {
    const [settled = '', dropped = ''] = await park(['broken', 'broken too']);
    await ledger.transactions.run((transaction) =>
      transaction.query(
        `UPDATE test.dlq_event SET status = 'superseded', resolved_at = now(), resolved_by = 'a rebuild' WHERE id = $1`,
        [settled],
      ),
    );
    await operations.drop(dropped, 'me');
    await park(['broken', 'broken too']);
    expect(await operations.find(settled)).toMatchObject({ status: 'parked', resolvedAt: null, resolvedBy: null });
    expect(await operations.find(dropped)).toMatchObject({ status: 'dropped', resolvedBy: 'me' });
  });

  it('are replayed in the order of the log where one holds its key, and only what it holds waits for it', async () => {
    const second = JSON.stringify({ account: 'a', version: 2, balance: 20 });
    const [first = '', later = ''] = await park([good, second]);
    const heldBy = (afterParking: AfterParkingRule) =>
      new DeadLetterOperations({
        transactions: ledger.transactions,
        schema: 'test',
        projections: () => [{ ...projection, afterParking }],
      });
    const refused = { code: 'dlq.held', detail: `dead letter ${first} of the same key comes first: replay or drop it` };
    expect(await heldBy('hold').replay(later, 'me')).toEqual(refused);
    expect(await heldBy(({ value }) => (String(value) === good ? 'hold' : 'supersede')).replay(later, 'me')).toEqual(refused);
    expect(await ledger.listEntries()).toEqual([]);
    expect(await heldBy(() => 'supersede').replay(later, 'me')).toMatchObject({ status: 'replayed' });
    expect(await heldBy('hold').replay(first, 'me')).toMatchObject({ status: 'replayed' });
  });

  it('of a projection that does not run here are refused', async () => {
    const [id = ''] = await park([good]);
    const elsewhere = new DeadLetterOperations({ transactions: ledger.transactions, schema: 'test', projections: () => [] });
    expect(await elsewhere.replay(id, 'me')).toMatchObject({ code: 'dlq.projection-unknown' });
  });

  it('are replayed by one of two operators who try at once', async () => {
    const [id = ''] = await park([good]);
    const answers = await Promise.all([operations.replay(id, 'one'), operations.replay(id, 'other')]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : answer.status)).sort()).toEqual([
      'dlq.not-parked',
      'replayed',
    ]);
    expect(await ledger.listEntries()).toEqual(['a/1']);
  });
});
