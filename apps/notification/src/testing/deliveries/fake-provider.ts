import {
  channelNames,
  type Channel,
  type ChannelName,
  type OutgoingMessage,
  type SendResult,
} from '../../channels/channel.port.ts';

export interface Call {
  readonly channel: ChannelName;
  readonly id: string;
  readonly to: string;
  readonly language: string;
}

/** Stands for every provider: notes what it is asked to send, and answers as it is told. */
export class FakeProvider {
  readonly calls: Call[] = [];
  /** What it answers; `delivered` at once unless told. */
  answer: (message: OutgoingMessage, channel: ChannelName, signal: AbortSignal) => SendResult | Promise<SendResult> = () => ({
    outcome: 'delivered',
    answer: 'taken',
  });

  toChannels(names: readonly ChannelName[] = channelNames): Map<ChannelName, Channel> {
    return new Map(names.map((name) => [name, this.#toChannel(name)]));
  }

  /** How often each delivery was asked for. */
  countById(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { id } of this.calls) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }

  #toChannel(name: ChannelName): Channel {
    return {
      name,
      send: async (message, signal) => {
        this.calls.push({ channel: name, id: message.deliveryId, to: message.to, language: message.language });
        return this.answer(message, name, signal);
      },
      close: () => Promise.resolve(),
    };
  }
}
