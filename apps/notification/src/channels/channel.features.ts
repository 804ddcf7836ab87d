import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Channel, OutgoingMessage } from './channel.port.ts';

/** A channel with its provider on the other side. */
export interface ChannelHarness {
  readonly channel: Channel;
  /** Where a message may go. */
  readonly to: string;
  /** No address of this channel. */
  readonly badAddress: string;
  /** What reached the provider: the id it knows each message by, and its text. */
  received(): Promise<readonly { readonly deliveryId: string; readonly text: string }[]>;
  /** From now on the provider is away. */
  goAway(): Promise<void>;
  close(): Promise<void>;
}

export const aMessage = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  deliveryId: randomUUID(),
  to: 'nobody',
  subject: 'Hồ sơ H44.32-261123-0007 đã có kết quả',
  text: 'Hồ sơ H44.32-261123-0007 đã được giải quyết xong.',
  language: 'vi',
  template: { id: 'processed', version: 1 },
  variables: { code: 'H44.32-261123-0007' },
  ...changes,
});

export const quiet = (): AbortSignal => new AbortController().signal;

/** What every way to send owes to those who send by it. */
export function describeChannel(name: string, start: () => Promise<ChannelHarness>): void {
  describe(`${name}, as a channel`, () => {
    let harness: ChannelHarness;
    const send = (changes: Partial<OutgoingMessage> = {}, signal = quiet()) =>
      harness.channel.send(aMessage({ to: harness.to, ...changes }), signal);

    beforeAll(async () => {
      harness = await start();
    });
    afterAll(async () => {
      await harness.channel.close();
      await harness.close();
    });

    it('hands a message over and answers in the provider’s words', async () => {
      const deliveryId = randomUUID();
      const result = await send({ deliveryId });
      expect(['accepted', 'delivered']).toContain(result.outcome);
      expect(result.answer).not.toBe('');
      expect((await harness.received()).filter((message) => message.deliveryId === deliveryId)).toEqual([
        { deliveryId, text: expect.stringContaining('H44.32-261123-0007') },
      ]);
    });

    it('names the delivery on every attempt, so that a double can be told', async () => {
      const deliveryId = randomUUID();
      const first = await send({ deliveryId });
      const second = await send({ deliveryId });
      expect(second.outcome).toBe(first.outcome);
      const ids = (await harness.received()).map((message) => message.deliveryId).filter((id) => id === deliveryId);
      expect(ids.length).toBeGreaterThanOrEqual(1);
    });

    it('takes messages at the same time and mixes up none', async () => {
      const ids = Array.from({ length: 12 }, () => randomUUID());
      const results = await Promise.all(ids.map((deliveryId) => send({ deliveryId })));
      expect(results.filter(({ outcome }) => outcome !== 'accepted' && outcome !== 'delivered')).toEqual([]);
      const received = new Set((await harness.received()).map((message) => message.deliveryId));
      expect(ids.filter((id) => !received.has(id))).toEqual([]);
    });

    it('refuses for good what is no address, and asks nobody', async () => {
      const before = (await harness.received()).length;
      expect(await send({ to: harness.badAddress })).toMatchObject({ outcome: 'refused' });
      expect(await harness.received()).toHaveLength(before);
    });

    it('sends nothing for an attempt that was interrupted before it began, and may be asked again', async () => {
      const before = (await harness.received()).length;
      expect(await send({}, AbortSignal.abort())).toMatchObject({ outcome: 'retry', reason: 'interrupted' });
      expect(await harness.received()).toHaveLength(before);
    });

    // The last one: nobody comes back.
    it('may be asked again where the provider is away', async () => {
      await harness.goAway();
      const result = await send();
      expect(result).toMatchObject({ outcome: 'retry', reason: 'provider-unreachable' });
      expect(result.answer).not.toContain(harness.to);
    });
  });
}
