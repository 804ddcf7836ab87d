import { EventsReceipt, importSessionHeader, MAX_LISTED_REFUSALS, type LegacyEvent } from '@motcua/contracts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { retryWhileAway } from '../gateway/retry-while-away.ts';

/**
 * Posts events as NDJSON to `POST /v1/events`. Safe to repeat, for an event is known by (source, id): what fails in passing
 * (a restart, an overload) is tried again for about a minute. Every refused event is named, however many there are.
 *
 * @param session the import session by which they come; without it they are live
 */
export async function postEvents(
  client: GatewayClient,
  events: readonly LegacyEvent[],
  session?: string,
): Promise<EventsReceipt> {
  const post = (some: readonly LegacyEvent[]) => postOnce(client, some, session);
  const receipt = await post(events);
  const { refusedCount = receipt.refused.length } = receipt;
  return refusedCount > receipt.refused.length ? nameAll(post, events, receipt) : receipt;
}

async function postOnce(client: GatewayClient, events: readonly LegacyEvent[], session?: string): Promise<EventsReceipt> {
  const body = events.map((event) => JSON.stringify(event)).join('\n');
  const named = session === undefined ? {} : { [importSessionHeader]: session };
  const headers = { 'content-type': 'application/x-ndjson', ...named };
  return retryWhileAway(async () => EventsReceipt.parse(await client.request('/v1/events', { method: 'POST', body, headers })));
}

type Post = (events: readonly LegacyEvent[]) => Promise<EventsReceipt>;

/** Sent again in parts none of which can have more refusals than are listed: what was taken is there already and changes nothing. */
async function nameAll(post: Post, events: readonly LegacyEvent[], first: EventsReceipt): Promise<EventsReceipt> {
  let { accepted, position } = first;
  const refused: EventsReceipt['refused'] = [];
  for (let from = 0; from < events.length; from += MAX_LISTED_REFUSALS) {
    const part = await post(events.slice(from, from + MAX_LISTED_REFUSALS));
    accepted += part.accepted;
    position = part.position ?? position;
    refused.push(...part.refused.map((line) => ({ ...line, line: line.line + from })));
  }
  return { ...first, accepted, refused, refusedCount: refused.length, position };
}
