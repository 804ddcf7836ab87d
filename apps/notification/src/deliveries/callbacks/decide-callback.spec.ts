import { describe, expect, it } from '@jest/globals';
import type { DeliveryState } from '@motcua/contracts';
import { decideCallback } from './decide-callback.ts';

const delivered = { channel: 'zalo', outcome: 'delivered', reason: '' } as const;
const failed = { channel: 'zalo', outcome: 'failed', reason: 'blocked' } as const;
const on = (channel: 'zalo' | 'sms', state: DeliveryState) => ({ channels: ['zalo', 'sms'] as const, channel, state });

describe('a provider’s later word', () => {
  it('ends an accepted delivery', () => {
    expect(decideCallback(on('zalo', 'accepted'), delivered)).toEqual({ state: 'delivered', providerId: null });
  });

  it('sends a failed one on to the next channel, or ends it', () => {
    expect(decideCallback(on('zalo', 'accepted'), failed)).toEqual({ state: 'pending', nextChannel: 'sms', reason: 'blocked' });
    expect(decideCallback({ ...on('zalo', 'accepted'), channels: ['zalo'] }, failed)).toEqual({
      state: 'failed',
      reason: 'blocked',
    });
  });

  it('is believed that a message arrived, whatever was said or done meanwhile', () => {
    for (const state of ['pending', 'sending', 'accepted', 'failed', 'expired'] as const)
      expect(decideCallback(on('sms', state), delivered)).toEqual({ state: 'delivered', providerId: null });
  });

  it('changes nothing when repeated', () => {
    expect(decideCallback(on('zalo', 'delivered'), delivered)).toBeUndefined();
    expect(decideCallback(on('zalo', 'failed'), failed)).toBeUndefined();
  });

  it('takes nothing back: neither what arrived nor what went on by another channel', () => {
    expect(decideCallback(on('zalo', 'delivered'), failed)).toBeUndefined();
    for (const state of ['pending', 'sending', 'accepted'] as const)
      expect(decideCallback(on('sms', state), failed)).toBeUndefined();
  });

  it('waits where it comes before the answer it follows', () => {
    expect(decideCallback(on('zalo', 'sending'), failed)).toBe('too-early');
  });
});
