import type { SendResult } from './channel.port.ts';
import type { HttpAnswer } from './http-post.ts';
import { refused, retry } from './send-results.ts';

/**
 * What a status means where the provider's own code does not say: busy (429) and broken (5xx, 408, 425) pass; a redirect and all other
 * 4xx do not, they need somebody to look. undefined: it went well.
 */
export function classifyStatus({ status, retryAfterMs, body }: HttpAnswer): SendResult | undefined {
  const answer = `HTTP ${status} ${body}`;
  if (status === 429) return retry('provider-busy', answer, retryAfterMs);
  if (status === 408 || status === 425 || status >= 500) return retry('provider-unavailable', answer, retryAfterMs);
  if (status === 401 || status === 403) return refused('provider-credentials', answer);
  if (status >= 300) return refused('provider-refused', answer);
  return undefined;
}

/** What a thrown network error means. Whether the provider has the message is not known: it is sent again under the same id. */
export function classifyError(error: unknown, signal: AbortSignal): SendResult {
  if (signal.aborted) return retry('interrupted', 'The attempt was interrupted.');
  const { name, code, message } = error as { readonly name?: string; readonly code?: string; readonly message?: string };
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR')
    return retry('provider-timeout', 'No answer within the time limit.');
  return retry('provider-unreachable', code ?? message ?? String(error));
}

/** A body that should be JSON, or undefined. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
