import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLedger, type Ledger } from '../testing/ledger.fixture.ts';
import { ConsumerOffsetStore } from './consumer-offset.store.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createLedger();
});
afterAll(() => ledger.close());

const offsets = new ConsumerOffsetStore('test');
const identity = { projection: 'sums', clusterId: 'cluster', topicId: 'topic', topic: 'movements', partition: 0 };

it('lets nobody move a cursor who was relieved, though it stands where they left it', async () => {
  const claim = (owner: string) => ledger.transactions.run((transaction) => offsets.claim(transaction, identity, owner, 7n));
  const former = await claim('former');
  const present = await claim('present');
  expect([former.nextOffset, present.nextOffset]).toEqual([7n, 7n]);
  const move = (position: typeof former) =>
    ledger.transactions.run((transaction) => offsets.move(transaction, { identity, ...position }, 9n));
  expect([await move(former), await move(present), await move(present)]).toEqual([false, true, false]);
});
