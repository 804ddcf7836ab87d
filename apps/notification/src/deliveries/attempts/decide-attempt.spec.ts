import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { channelNames, type ChannelName, type SendResult } from '../../channels/channel.port.ts';
import { channelPolicies } from './channel-policies.ts';
import { decideAttempt, type Change, type Standing } from './decide-attempt.ts';

const policy = { ...channelPolicies.mail, backoffMs: [1_000, 10_000] };
const retry: SendResult = { outcome: 'retry', reason: 'provider-busy', answer: 'later' };
const refused: SendResult = { outcome: 'refused', reason: 'address-unknown', answer: 'no such number' };
const onZalo: Standing = { channels: ['zalo', 'sms'], channel: 'zalo', channelAttempts: 1 };

describe('after an attempt', () => {
  it('keeps what the provider took and its id', () => {
    const accepted: SendResult = { outcome: 'accepted', providerId: 'p1', answer: 'ok' };
    expect(decideAttempt(onZalo, accepted, policy, 0)).toEqual({ state: 'accepted', providerId: 'p1' });
    expect(decideAttempt(onZalo, { outcome: 'delivered', answer: 'ok' }, policy, 0)).toEqual({
      state: 'delivered',
      providerId: null,
    });
  });

  it('waits longer each time, between half of the wait and all of it', () => {
    const waits = [1, 2].map((channelAttempts) =>
      [0, 1].map((random) => decideAttempt({ ...onZalo, channelAttempts }, retry, policy, random)),
    );
    const pending = (waitMs: number): Change => ({ state: 'pending', waitMs, reason: 'provider-busy' });
    expect(waits).toEqual([
      [pending(500), pending(1_000)],
      [pending(5_000), pending(10_000)],
    ]);
  });

  it('waits as long as the provider asks for', () => {
    expect(decideAttempt(onZalo, { ...retry, afterMs: 60_000 }, policy, 0)).toMatchObject({ waitMs: 60_000 });
  });

  it('goes on to the next channel at once when the last attempt failed or the channel refuses', () => {
    const next: Change = { state: 'pending', nextChannel: 'sms', reason: 'provider-busy' };
    expect(decideAttempt({ ...onZalo, channelAttempts: 3 }, retry, policy, 0)).toEqual(next);
    expect(decideAttempt(onZalo, refused, policy, 0)).toEqual({ ...next, reason: 'address-unknown' });
  });

  it('fails with the last reason where there is no other channel', () => {
    const onSms: Standing = { ...onZalo, channel: 'sms' };
    expect(decideAttempt(onSms, refused, policy, 0)).toEqual({ state: 'failed', reason: 'address-unknown' });
  });

  it('comes to an end whatever providers answer, having tried no channel twice over', () => {
    const chain = fc.uniqueArray(fc.constantFrom(...channelNames), { minLength: 1 });
    const answers = fc.infiniteStream(fc.constantFrom<SendResult>(retry, refused));
    fc.assert(
      fc.property(chain, answers, fc.double({ min: 0, max: 1, noNaN: true }), (channels, stream, random) => {
        const tried: ChannelName[] = [];
        let standing: Standing = { channels, channel: channels[0]!, channelAttempts: 1 };
        for (const result of stream) {
          tried.push(standing.channel);
          const change = decideAttempt(standing, result, channelPolicies[standing.channel], random);
          if (change.state !== 'pending') break;
          standing =
            'nextChannel' in change
              ? { ...standing, channel: change.nextChannel, channelAttempts: 1 }
              : { ...standing, channelAttempts: standing.channelAttempts + 1 };
        }
        expect([...new Set(tried)]).toEqual(channels);
        for (const name of channels)
          expect(tried.filter((channel) => channel === name).length).toBeLessThanOrEqual(
            channelPolicies[name].backoffMs.length + 1,
          );
      }),
    );
  });
});
