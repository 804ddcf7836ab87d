import { NoticeChannel } from '@motcua/contracts';

/** The ways a notice can go out. */
export const channelNames = NoticeChannel.options;
export type ChannelName = NoticeChannel;

/** One attempt of one delivery, rendered. It lives for the attempt alone: it is never stored, queued or logged. */
export interface OutgoingMessage {
  /** Of every attempt of a delivery the same: what receivers recognise doubles by. */
  readonly deliveryId: string;
  /** Mail address, telephone number, Zalo number, webhook id (its subscription) or staff id, fetched for this attempt only. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of channels that show it. */
  readonly html?: string;
  /** Of channels that carry files: what goes out with it. */
  readonly attachments?: readonly { readonly name: string; readonly content: Buffer }[];
  readonly language: 'vi' | 'en';
  readonly template: { readonly id: string; readonly version: number };
  readonly variables: Readonly<Record<string, unknown>>;
  /** Good for minutes: it stands behind no other message, however slow these are. */
  readonly atOnce?: true;
  /** Of `webhook`: the CloudEvent that is passed on. */
  readonly event?: unknown;
}

/**
 * What became of an attempt. `answer` is the provider's own words, masked. accepted: the provider has it and a callback tells the rest;
 * delivered: done; retry: the same channel may succeed later, not before `afterMs`; refused: this channel never will.
 */
export type SendResult =
  | { readonly outcome: 'accepted' | 'delivered'; readonly providerId?: string; readonly answer: string }
  | { readonly outcome: 'retry'; readonly reason: string; readonly answer: string; readonly afterMs?: number }
  | { readonly outcome: 'refused'; readonly reason: string; readonly answer: string };

/** A way to send. `send` answers whatever happens and throws only for a bug; it gives up when the signal does. */
export interface Channel {
  readonly name: ChannelName;
  send(message: OutgoingMessage, signal: AbortSignal): Promise<SendResult>;
  close(): Promise<void>;
}
