import { EventsReceipt, type LegacyEvent } from '@motcua/contracts';
import pRetry, { AbortError } from 'p-retry';
import { toCliError, type GatewayClient } from '../stack/gateway-client.ts';
import { CliError } from '../terminal/failure.ts';

const RETRIES = 8;

/**
 * Posts events as NDJSON to `POST /v1/events`. Safe to repeat, for an event is known by (source, id): what fails in passing
 * (a restart, an overload) is tried again for about a minute.
 */
export async function postEvents(client: GatewayClient, events: readonly LegacyEvent[]): Promise<EventsReceipt> {
  const body = events.map((event) => JSON.stringify(event)).join('\n');
  return pRetry(() => postOnce(client, body), { retries: RETRIES, minTimeout: 300, maxTimeout: 15_000, randomize: true });
}

async function postOnce(client: GatewayClient, body: string): Promise<EventsReceipt> {
  const response = await client.fetch('/v1/events', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const text = await response.text();
  if (response.ok) return EventsReceipt.parse(JSON.parse(text));
  const failure = toCliError(response, text);
  if (isPassing(response.status)) throw failure;
  throw new AbortError(new CliError({ code: failure.code, message: failure.message, hint: 'motcua status', cause: failure }));
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;
