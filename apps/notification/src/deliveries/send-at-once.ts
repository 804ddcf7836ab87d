import { randomUUID } from 'node:crypto';
import type { ChannelName } from '../channels/channel.port.ts';
import type { Attempted, Claimed } from './attempts/attempt-delivery.ts';

/** A message to the applicant of a dossier that has no row: what it says is good for minutes, and is to stand nowhere. */
export interface AtOnce {
  readonly dossierId: string;
  /** In the order of fallback. */
  readonly channels: readonly ChannelName[];
  readonly template: { readonly id: string; readonly version: number };
  readonly language: 'vi' | 'en';
  readonly variables: Readonly<Record<string, unknown>>;
}

/** `unreachable`: no channel ever will; `away`: one may, later. */
export type SentAtOnce = 'sent' | 'unreachable' | 'away';

/** Tries each channel once, the next where one does not take it. What providers answered is not kept either: it may repeat the text. */
export async function sendAtOnce(attempt: (delivery: Claimed) => Promise<Attempted>, message: AtOnce): Promise<SentAtOnce> {
  let isAway = false;
  for (const channel of message.channels) {
    const { result } = await attempt(toDelivery(message, channel));
    if (result.outcome === 'accepted' || result.outcome === 'delivered') return 'sent';
    if (result.outcome === 'retry') isAway = true;
  }
  return isAway ? 'away' : 'unreachable';
}

function toDelivery({ dossierId, channels, template, language, variables }: AtOnce, channel: ChannelName): Claimed {
  const id = randomUUID();
  return {
    ...{ id, noticeId: id, recipientKind: 'applicant', recipient: 'applicant', dossierId, unit: '', event: null },
    ...{ channels, channel, attempt: 1, channelAttempts: 1, language, variables },
    sendBy: Infinity, // Nobody else has it.
    atOnce: true,
    ...{ template: template.id, templateVersion: template.version },
  };
}
