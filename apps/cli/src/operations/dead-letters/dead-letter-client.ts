import { z } from 'zod';
import type { GatewayClient } from '@motcua/client';
import {
  type DeadLetterHolder,
  deadLetterHolders,
  deadLetterPaths,
  type DeadLetterPlace,
  toPath,
  toReference,
} from './dead-letter-place.ts';

/** A parked event, as `GET /v1/dlq` and its sisters list it. */
const StoredDeadLetter = z.object({
  id: z.string(),
  projection: z.string(),
  topic: z.string(),
  partition: z.number(),
  offset: z.string(),
  key: z.string().nullable(),
  reason: z.string(),
  step: z.string(),
  status: z.enum(['parked', 'replayed', 'dropped', 'superseded']),
  publishedAt: z.string(),
  parkedAt: z.string(),
  attempts: z.number(),
  lastError: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string().nullable(),
});
const StoredDeadLetterDetail = StoredDeadLetter.extend({
  payload: z.string().nullable().describe('The record as text.'),
  headers: z.record(z.string(), z.string()),
});

/** Its id names the service too: `17`, `sla/17`. */
export type DeadLetter = z.infer<typeof StoredDeadLetter> & { readonly service: DeadLetterHolder };
export type DeadLetterDetail = z.infer<typeof StoredDeadLetterDetail> & { readonly service: DeadLetterHolder };

const DeadLetterPage = z.object({ deadLetters: z.array(StoredDeadLetter), next: z.string().nullable() });
const PAGE = 500;

interface ListQuery {
  readonly status?: string | undefined;
  readonly limit: number;
}

/** Of all services, newest first, until `limit`. */
export async function listDeadLetters(client: GatewayClient, query: ListQuery): Promise<DeadLetter[]> {
  const lists = await Promise.all(deadLetterHolders.map((holder) => listOfHolder(client, holder, query)));
  return lists
    .flat()
    .sort((one, other) => Date.parse(other.parkedAt) - Date.parse(one.parkedAt))
    .slice(0, query.limit);
}

async function listOfHolder(
  client: GatewayClient,
  holder: DeadLetterHolder,
  { status, limit }: ListQuery,
): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  let before: string | undefined;
  do {
    const query = { status, before, limit: Math.min(PAGE, limit - letters.length) };
    const page = DeadLetterPage.parse(await client.request(deadLetterPaths[holder], { query }));
    letters.push(...page.deadLetters.map((letter) => withPlace(letter, holder)));
    before = page.next ?? undefined;
  } while (before !== undefined && letters.length < limit);
  return letters;
}

export async function getDeadLetter(client: GatewayClient, place: DeadLetterPlace): Promise<DeadLetterDetail> {
  return withPlace(StoredDeadLetterDetail.parse(await client.request(toPath(place))), place.holder);
}

/** `replay` runs the event through the projection again; `drop` gives it up. A refusal throws a CliError. */
export async function resolveDeadLetter(
  client: GatewayClient,
  place: DeadLetterPlace,
  how: 'replay' | 'drop',
): Promise<DeadLetter> {
  return withPlace(StoredDeadLetter.parse(await client.request(`${toPath(place)}/${how}`, { method: 'POST' })), place.holder);
}

const withPlace = <Letter extends { readonly id: string }>(letter: Letter, holder: DeadLetterHolder) => ({
  ...letter,
  id: toReference({ holder, id: letter.id }),
  service: holder,
});
