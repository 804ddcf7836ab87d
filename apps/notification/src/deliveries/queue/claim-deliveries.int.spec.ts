import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimDeliveries } from './claim-deliveries.ts';
import { finishAttempts, type FinishedAttempt } from '../attempts/finish-attempts.ts';
import { createDeliveriesFixture, type DeliveriesFixture } from '../../testing/deliveries/deliveries-fixture.ts';
import { aDelivery } from '../../testing/deliveries/new-delivery.builder.ts';

let fixture: DeliveriesFixture;

beforeAll(async () => {
  fixture = await createDeliveriesFixture();
});
afterAll(() => fixture.close());

const claim = async (ids: readonly string[], channel: 'mail' | 'sms' = 'mail', leaseMs = 60_000) =>
  (await claimDeliveries(fixture.pool, channel, leaseMs, ids)).map((delivery) => delivery?.attempt);
const endLease = (id: string) =>
  fixture.pool.query(`UPDATE notification.delivery SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
const delivered = (id: string, attempt: number): FinishedAttempt => ({
  id,
  attempt,
  channel: 'mail',
  result: { outcome: 'delivered', answer: `of attempt ${attempt}` },
  change: { state: 'delivered', providerId: null },
  language: 'vi',
});

describe('claiming', () => {
  it('gives each delivery to one alone, of many who ask at once, and once to who asks twice', async () => {
    const ids = await fixture.insert(Array.from({ length: 100 }, () => aDelivery()));
    const asked = await Promise.all(Array.from({ length: 8 }, () => claim([...ids, ...ids])));
    const times = ids.map((_id, index) =>
      asked.flatMap((given) => [given[index], given[index + 100]]).filter((got) => got !== undefined),
    );
    expect(times.filter((given) => given.length !== 1)).toEqual([]);
  });

  it('gives nothing by a channel the delivery is not at, and nothing that is leased, over or not due yet', async () => {
    const [there = '', later = '', over = ''] = await fixture.insert([
      aDelivery(),
      aDelivery({ notBefore: new Date(Date.now() + 60_000) }),
      aDelivery({ expiresAt: new Date(Date.now() - 1_000) }),
    ]);
    expect(await claim([there, later, over], 'sms')).toEqual([undefined, undefined, undefined]);
    expect(await claim([there, later, over])).toEqual([1, undefined, undefined]);
    expect(await claim([there, later, over])).toEqual([undefined, undefined, undefined]);
    expect((await fixture.rows([there, later, over])).map(({ state }) => state)).toEqual(['sending', 'pending', 'expired']);
  });

  it('follows a sender that is not heard of, whose late answer is noted and decides nothing', async () => {
    const [id = ''] = await fixture.insert([aDelivery()]);
    expect(await claim([id])).toEqual([1]);
    await endLease(id);
    expect(await claim([id])).toEqual([2]);
    expect(await fixture.outcomes(id)).toEqual(['mail retry sender-lost']);
    expect(await finishAttempts(fixture.pool, [delivered(id, 1)])).toEqual([undefined]);
    expect([(await fixture.rows([id]))[0]?.state, await fixture.outcomes(id)]).toEqual(['sending', ['mail delivered']]);
    expect(await finishAttempts(fixture.pool, [delivered(id, 2)])).toEqual([{ next: null }]);
    expect([(await fixture.rows([id]))[0]?.state, await fixture.outcomes(id)]).toEqual([
      'delivered',
      ['mail delivered', 'mail delivered'],
    ]);
    expect(await claim([id])).toEqual([undefined]);
  });

  it('says of a delivery that is over, and whose sender was lost, that it may have gone out', async () => {
    const [id = ''] = await fixture.insert([aDelivery()]);
    expect(await claim([id])).toEqual([1]);
    await endLease(id);
    await fixture.pool.query(
      `UPDATE notification.delivery SET expires_at = notification.clock_now() - interval '1 second' WHERE id = $1`,
      [id],
    );
    expect(await claim([id])).toEqual([undefined]);
    expect((await fixture.rows([id]))[0]).toMatchObject({ state: 'expired', reason: 'sender-lost', attempts: 1 });
    expect(await fixture.outcomes(id)).toEqual(['mail retry sender-lost']);
  });
});
