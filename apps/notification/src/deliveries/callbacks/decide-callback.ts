import type { ChannelName } from '../../channels/channel.port.ts';
import { giveUp, type Change, type Standing } from '../attempts/decide-attempt.ts';
import type { DeliveryState } from '@motcua/contracts';

export interface ProviderWord {
  readonly channel: ChannelName;
  readonly outcome: 'delivered' | 'failed';
  readonly reason: string;
}

/**
 * What a provider's later word does to a delivery. `too-early`: the answer it follows is not written yet; undefined: it changes nothing.
 * What arrived has arrived, whatever was said or done before or after; a failure counts only for a message that is still out.
 */
export function decideCallback(
  delivery: Pick<Standing, 'channels' | 'channel'> & { readonly state: DeliveryState },
  word: ProviderWord,
): Change | 'too-early' | undefined {
  if (word.outcome === 'delivered') return delivery.state === 'delivered' ? undefined : { state: 'delivered', providerId: null };
  if (delivery.channel !== word.channel) return undefined;
  if (delivery.state === 'sending') return 'too-early';
  return delivery.state === 'accepted' ? giveUp(delivery, word.reason) : undefined;
}
