import { z } from 'zod';
import type { GatewayClient } from '../stack/gateway-client.ts';

/** A parked event, as `GET /v1/dlq` lists it. */
export const DeadLetter = z.object({
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
export type DeadLetter = z.infer<typeof DeadLetter>;

export const DeadLetterDetail = DeadLetter.extend({
  payload: z.string().nullable().describe('The record as text.'),
  headers: z.record(z.string(), z.string()),
});
export type DeadLetterDetail = z.infer<typeof DeadLetterDetail>;

const DeadLetterPage = z.object({ deadLetters: z.array(DeadLetter), next: z.string().nullable() });
const PAGE = 500;

/** Newest first, page after page, until `limit`. */
export async function listDeadLetters(
  client: GatewayClient,
  { status, limit }: { status?: string | undefined; limit: number },
): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  let before: string | undefined;
  do {
    const query = { status, before, limit: Math.min(PAGE, limit - letters.length) };
    const page = DeadLetterPage.parse(await client.request('/v1/dlq', { query }));
    letters.push(...page.deadLetters);
    before = page.next ?? undefined;
  } while (before !== undefined && letters.length < limit);
  return letters;
}

export async function getDeadLetter(client: GatewayClient, id: string): Promise<DeadLetterDetail> {
  return DeadLetterDetail.parse(await client.request(`/v1/dlq/${encodeURIComponent(id)}`));
}

/** `replay` runs the event through the projection again; `drop` gives it up. A refusal throws a CliError. */
export async function resolveDeadLetter(client: GatewayClient, id: string, how: 'replay' | 'drop'): Promise<DeadLetter> {
  return DeadLetter.parse(await client.request(`/v1/dlq/${encodeURIComponent(id)}/${how}`, { method: 'POST' }));
}
