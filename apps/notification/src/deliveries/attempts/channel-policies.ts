import type { RateLimit } from '@motcua/queue';
import type { ChannelName } from '../../channels/channel.port.ts';

/** How a channel is used: how fast, how patiently, and when it is given up for a while. */
export interface ChannelPolicy {
  /** Attempts at a time in one instance. */
  readonly concurrency: number;
  /** Attempts a window over all instances: what the provider's contract allows. */
  readonly limit?: RateLimit;
  /** Waits between attempts, before jitter; one attempt more than waits. */
  readonly backoffMs: readonly number[];
  /** An attempt that takes longer has failed. */
  readonly timeoutMs: number;
  readonly breaker: BreakerPolicy;
}

/** Of at least `volume` attempts in ten seconds this share failed: nothing is tried for `resetMs`, then one attempt finds out. */
export interface BreakerPolicy {
  readonly failureShare: number;
  readonly volume: number;
  readonly resetMs: number;
}

export type ChannelPolicies = Readonly<Record<ChannelName, ChannelPolicy>>;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const breaker = { failureShare: 0.5, volume: 10, resetMs: 15 * second };

/** A mail server that is down for a morning loses nothing; a message by telephone is of use soon or goes by the next channel. */
export const channelPolicies: ChannelPolicies = {
  'in-app': {
    concurrency: 10,
    backoffMs: [second, 5 * second, 30 * second, 2 * minute, 10 * minute, hour],
    timeoutMs: 5 * second,
    breaker,
  },
  mail: {
    concurrency: 10,
    backoffMs: [10 * second, minute, 5 * minute, 15 * minute, hour, 3 * hour],
    timeoutMs: 15 * second,
    breaker,
  },
  sms: {
    concurrency: 10,
    limit: { max: 20, perMs: second },
    backoffMs: [15 * second, minute, 5 * minute, 15 * minute],
    timeoutMs: 10 * second,
    breaker,
  },
  zalo: {
    concurrency: 10,
    limit: { max: 20, perMs: second },
    backoffMs: [15 * second, minute, 5 * minute],
    timeoutMs: 10 * second,
    breaker,
  },
  // The schedule that Standard Webhooks recommends.
  webhook: {
    concurrency: 10,
    backoffMs: [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour],
    timeoutMs: 15 * second,
    breaker: { ...breaker, volume: 5 },
  },
};
