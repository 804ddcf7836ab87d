import { EventsReceipt, type LegacyEvent } from '@motcua/contracts';
import type { GatewayClient } from '../stack/gateway-client.ts';
import { retryWhileAway } from '../stack/retry-while-away.ts';

/**
 * Posts events as NDJSON to `POST /v1/events`. Safe to repeat, for an event is known by (source, id): what fails in passing
 * (a restart, an overload) is tried again for about a minute.
 */
export async function postEvents(client: GatewayClient, events: readonly LegacyEvent[]): Promise<EventsReceipt> {
  const body = events.map((event) => JSON.stringify(event)).join('\n');
  const headers = { 'content-type': 'application/x-ndjson' };
  return retryWhileAway(async () => EventsReceipt.parse(await client.request('/v1/events', { method: 'POST', body, headers })));
}
