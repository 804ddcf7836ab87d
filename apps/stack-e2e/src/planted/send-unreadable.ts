import type { EventsReceipt } from '@motcua/contracts';
import { toLegacyEvent, type House } from './house.ts';
import { citizen } from './people.ts';

/** Events one a line, none of which is one. Answers the status, and how many were taken. */
export async function sendUnreadable({ source }: House): Promise<[status: number, accepted: number]> {
  const text = Object.values(citizen).join(', ');
  const event = toLegacyEvent('received', text, Date.now());
  const lines = [
    text,
    JSON.stringify(text),
    JSON.stringify({ ...event, data: { note: text } }),
    JSON.stringify({ ...event, type: text }),
  ];
  const headers = { authorization: `Bearer ${source.token}`, 'content-type': 'application/x-ndjson' };
  const answer = await fetch(`${source.url}/v1/events`, { method: 'POST', headers, body: lines.join('\n') });
  return [answer.status, ((await answer.json()) as EventsReceipt).accepted]; // As its contract says.
}
