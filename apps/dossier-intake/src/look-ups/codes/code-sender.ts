import type { ServiceTokens } from '@motcua/auth';
import { OneTimeCodeSent, type SendOneTimeCode } from '@motcua/contracts';

/** Whoever reaches applicants. Never fails: what went wrong is `away`. */
export interface CodeSender {
  send(message: SendOneTimeCode): Promise<OneTimeCodeSent['outcome']>;
}

interface CodeSenderOptions {
  readonly notificationUrl: string;
  readonly tokens: ServiceTokens;
  readonly timeoutMs?: number;
}

/** Two channels of some ten seconds each, and the question for the address before them. */
const ANSWERED_WITHIN_MS = 40_000;

/** `POST /v1/one-time-codes` of notification, with a token of our own. An answer or an error is not passed on: it may repeat what was sent. */
export function createCodeSender({ notificationUrl, tokens, timeoutMs = ANSWERED_WITHIN_MS }: CodeSenderOptions): CodeSender {
  const url = new URL('v1/one-time-codes', notificationUrl.endsWith('/') ? notificationUrl : `${notificationUrl}/`);
  return {
    async send(message) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { authorization: `Bearer ${await tokens()}`, 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify(message),
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (response.ok) return OneTimeCodeSent.parse(await response.json()).outcome;
        await response.body?.cancel();
        return 'away';
      } catch {
        return 'away';
      }
    },
  };
}
