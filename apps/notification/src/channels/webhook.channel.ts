import { createBareNotice, type BareNotice } from '@motcua/contracts';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { WebhookTarget } from './webhooks/webhook.ts';
import type { Channel, OutgoingMessage, SendResult } from './channel.port.ts';
import { createGuardedAgents, isGuardError } from './guarded-agents.ts';
import { classifyError } from './http-failure.ts';
import { postHttp, type HttpAnswer } from './http-post.ts';
import { delivered, refused, retry } from './send-results.ts';

export interface WebhookSettings {
  /** The subscription of an id (`OutgoingMessage.to`), with its secret. */
  readonly find: (id: string) => Promise<WebhookTarget | undefined>;
  /** Whether private, loopback and link-local addresses may be called. */
  readonly allowPrivate: boolean;
  /** `source` of events that we make ourselves. */
  readonly source: string;
  readonly timeoutMs?: number | undefined;
  /** How names are resolved, unless told by the system. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * An event to a subscriber, as a CloudEvent in structured mode, signed after Standard Webhooks. `webhook-id` is the delivery, of every
 * attempt the same: receivers drop doubles by it. Addresses are looked at when the connection is made, so that a name that points
 * elsewhere by then (DNS rebinding) is refused too; redirects are not followed.
 */
export function createWebhookChannel({ find, allowPrivate, source, timeoutMs, lookup }: WebhookSettings): Channel {
  const agents = createGuardedAgents(allowPrivate, lookup);
  return {
    name: 'webhook',
    send: async (message, signal) => {
      const target = await find(message.to);
      if (target === undefined) return refused('webhook-unknown', `There is no webhook "${message.to}".`);
      const body = JSON.stringify(message.event ?? toEvent(message, source));
      try {
        const answer = await postHttp({
          url: target.url,
          headers: toHeaders(message.deliveryId, body, target.secret),
          body,
          signal,
          timeoutMs,
          agent: agents.of(target.url),
        });
        return classify(answer);
      } catch (error) {
        if (isGuardError(error)) return refused('address-forbidden', 'The address is private; only public addresses are called.');
        return classifyError(error, signal);
      }
    },
    close: () => {
      agents.close();
      return Promise.resolve();
    },
  };
}

function toHeaders(id: string, body: string, secret: string): Record<string, string> {
  const now = new Date();
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'motcua-notification',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
}

/** A notice that no event stands behind (a digest, a target missed) as an event of its own. */
const toEvent = ({ deliveryId, template, subject, text, language, variables }: OutgoingMessage, source: string): BareNotice =>
  createBareNotice({ id: deliveryId, source, time: new Date().toISOString() }, { template, language, subject, text, variables });

/** Standard Webhooks: 2xx is taken, 410 wants no more, all else is tried again. */
function classify({ status, retryAfterMs, body }: HttpAnswer): SendResult {
  const answer = `HTTP ${status} ${body}`;
  if (status >= 200 && status < 300) return delivered(answer);
  if (status === 410) return refused('webhook-gone', answer);
  if (status >= 300 && status < 400) return refused('webhook-redirects', answer);
  return retry(status === 429 ? 'provider-busy' : 'provider-unavailable', answer, retryAfterMs);
}
