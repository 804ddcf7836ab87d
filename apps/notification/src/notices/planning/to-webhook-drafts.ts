import type { NoticeDraft } from './notice-draft.ts';
import type { NotifiableEvent } from '../events/notifiable-event.ts';

/** A subscriber who was away for longer reads up by himself. */
const KEPT_MS = 72 * 3_600_000;

/** A notice for each subscription to each event. @param subscribed ids of subscriptions, in the order of the events */
export function toWebhookDrafts(
  events: readonly NotifiableEvent[],
  subscribed: readonly (readonly string[])[],
  now: number,
): readonly NoticeDraft[] {
  return events.flatMap((event, index) =>
    (subscribed[index] ?? []).map((id): NoticeDraft => ({
      subject: event,
      rule: 'webhook',
      audience: null,
      recipient: { kind: 'webhook', id },
      language: 'en',
      template: 'webhook',
      class: 'optional',
      urgency: 'normal',
      sendAt: now,
      expiresAt: now + KEPT_MS,
      chains: [['webhook']],
      variables: {},
      event: event.body,
    })),
  );
}
