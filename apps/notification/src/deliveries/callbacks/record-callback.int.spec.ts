import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { toTransaction } from '@motcua/postgres';
import { waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import type { Deliveries } from '../deliveries.ts';
import type { NewDelivery } from '../queue/insert-deliveries.ts';
import { readDeliveries } from '../queue/read-deliveries.ts';
import { createDeliveriesFixture, type DeliveriesFixture } from '../../testing/deliveries/deliveries-fixture.ts';
import { aDelivery } from '../../testing/deliveries/new-delivery.builder.ts';

let fixture: DeliveriesFixture;

beforeAll(async () => {
  fixture = await createDeliveriesFixture();
  await fixture.pool.query(`UPDATE notification.staff SET zalo = 'an-zalo' WHERE id = 'an'`);
});
afterEach(() => fixture.stopAll());
afterAll(() => fixture.close());

/** An instance whose providers take everything, and a delivery that they took as `provider-<id>`. */
async function sendOne(changes: Partial<NewDelivery> = {}): Promise<{ deliveries: Deliveries; id: string; providerId: string }> {
  fixture.provider.answer = ({ deliveryId }) => ({ outcome: 'accepted', providerId: `provider-${deliveryId}`, answer: 'queued' });
  const [id = ''] = await fixture.insert([aDelivery({ channels: ['zalo', 'sms'], ...changes })]);
  const deliveries = fixture.start({ store: fixture.postgres });
  await waitForState(id, 'accepted');
  return { deliveries, id, providerId: `provider-${id}` };
}
const stateOf = async (id: string) => (await fixture.rows([id]))[0]?.state;
const waitForState = (id: string, state: string) =>
  waitFor(async () => (await stateOf(id)) === state, { describe: `the delivery to be ${state}` });

describe('a callback', () => {
  it('ends a delivery, once, and is part of its proof', async () => {
    const { deliveries, id, providerId } = await sendOne();
    const callback = { channel: 'zalo', providerId, outcome: 'delivered', answer: 'seen on the phone' } as const;
    expect(await deliveries.callbacks.recordCallback(callback)).toBe('applied');
    expect(await deliveries.callbacks.recordCallback(callback)).toBe('unchanged');
    const { rows } = await fixture.pool.query<{ noticeId: string }>(
      'SELECT notice_id AS "noticeId" FROM notification.delivery WHERE id = $1',
      [id],
    );
    const noticeId = rows[0]?.noticeId ?? '';
    const read = await readDeliveries(toTransaction(fixture.pool), [noticeId]);
    const [view] = read.get(noticeId) ?? [];
    expect(view).toMatchObject({ id, state: 'delivered', channel: 'zalo', reason: null });
    expect(view?.attempts.map(({ outcome, answer }) => [outcome, answer])).toEqual([
      ['accepted', 'queued'],
      ['delivered', 'seen on the phone'],
    ]);
  });

  it('of a failure sends it by the next channel', async () => {
    const { deliveries, id, providerId } = await sendOne();
    const callback = {
      channel: 'zalo',
      providerId,
      outcome: 'failed',
      reason: 'blocked',
      answer: 'blocked by the reader',
    } as const;
    expect(await deliveries.callbacks.recordCallback(callback)).toBe('applied');
    await waitForState(id, 'accepted');
    await waitFor(async () => (await fixture.outcomes(id)).length === 2, { describe: 'the next channel to be used' });
    expect(await fixture.outcomes(id)).toEqual(['zalo accepted', 'sms accepted']);
    expect(await deliveries.callbacks.recordCallback(callback)).toBe('unchanged');
  });

  it('that tells our own id is understood too, and one of nobody’s message is kept', async () => {
    const { deliveries, id } = await sendOne({ channels: ['sms'] });
    const callback = { channel: 'sms', outcome: 'delivered', answer: 'ok' } as const;
    expect(await deliveries.callbacks.recordCallback({ ...callback, deliveryId: randomUUID() })).toBe('kept');
    expect(await deliveries.callbacks.recordCallback({ ...callback, deliveryId: 'x' })).toBe('kept');
    expect(await deliveries.callbacks.recordCallback({ ...callback, deliveryId: id })).toBe('applied');
    expect(await stateOf(id)).toBe('delivered');
  });

  it('in the wrong order changes nothing: what arrived has arrived', async () => {
    const { deliveries, id, providerId } = await sendOne({ channels: ['sms'] });
    const callback = { channel: 'sms', providerId, answer: '' } as const;
    await deliveries.callbacks.recordCallback({ ...callback, outcome: 'failed', reason: 'no-route' });
    expect((await fixture.rows([id]))[0]).toMatchObject({ state: 'failed', reason: 'no-route' });
    expect(await deliveries.callbacks.recordCallback({ ...callback, outcome: 'delivered' })).toBe('applied');
    expect((await fixture.rows([id]))[0]).toMatchObject({ state: 'delivered', reason: null });
  });

  it('that overtakes the answer it follows is applied when that one is written', async () => {
    let answer = (): void => undefined;
    fixture.provider.answer = ({ deliveryId }) =>
      new Promise((resolve) => {
        answer = () => {
          resolve({ outcome: 'accepted', providerId: `early-${deliveryId}`, answer: 'queued' });
        };
      });
    const [id = ''] = await fixture.insert([aDelivery({ channels: ['sms'] })]);
    const deliveries = fixture.start({ store: fixture.postgres });
    await waitForState(id, 'sending');
    const callback = { channel: 'sms', providerId: `early-${id}`, outcome: 'delivered', answer: 'there' } as const;
    expect(await deliveries.callbacks.recordCallback(callback)).toBe('kept');
    await waitFor(() => fixture.provider.calls.some((call) => call.id === id), { describe: 'the provider to be asked' });
    answer();
    await waitForState(id, 'delivered');
  });
});
