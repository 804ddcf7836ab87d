import type { ChannelName, SendResult } from '../../channels/channel.port.ts';
import type { ChannelPolicy } from './channel-policies.ts';

/** Where a delivery stands in its chain. */
export interface Standing {
  readonly channels: readonly ChannelName[];
  readonly channel: ChannelName;
  /** Attempts by this channel, this one included. */
  readonly channelAttempts: number;
}

/** What becomes of a delivery. `pending` with a wait stays with its channel; with a channel it goes on to that one at once. */
export type Change =
  | { readonly state: 'accepted' | 'delivered'; readonly providerId: string | null }
  | { readonly state: 'pending'; readonly waitMs: number; readonly reason: string }
  | { readonly state: 'pending'; readonly nextChannel: ChannelName; readonly reason: string }
  | { readonly state: 'failed'; readonly reason: string };

/** What becomes of a delivery after an attempt. @param random from 0 to 1 */
export function decideAttempt(standing: Standing, result: SendResult, { backoffMs }: ChannelPolicy, random: number): Change {
  if (!('reason' in result)) return { state: result.outcome, providerId: result.providerId ?? null };
  const { reason } = result;
  const wait = result.outcome === 'retry' ? backoffMs[standing.channelAttempts - 1] : undefined;
  if (result.outcome !== 'retry' || wait === undefined) return giveUp(standing, reason);
  return { state: 'pending', waitMs: Math.max(jitter(wait, random), result.afterMs ?? 0), reason };
}

/** Whether this channel is not tried again, should the attempt fail. */
export const isLastAttempt = ({ channelAttempts }: Pick<Standing, 'channelAttempts'>, { backoffMs }: ChannelPolicy): boolean =>
  channelAttempts > backoffMs.length;

/** This channel will not do: the next one of the chain, or nothing. */
export function giveUp({ channels, channel }: Pick<Standing, 'channels' | 'channel'>, reason: string): Change {
  const nextChannel = channels[channels.indexOf(channel) + 1];
  return nextChannel === undefined ? { state: 'failed', reason } : { state: 'pending', nextChannel, reason };
}

/** Half of the wait to all of it, so that what failed together does not come back together. */
const jitter = (waitMs: number, random: number): number => Math.round(waitMs * (0.5 + random / 2));
