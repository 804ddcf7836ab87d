import { Board } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { type GatewayClient, toCliError } from '../gateway/gateway-client.ts';
import { isAway } from '../gateway/retry-while-away.ts';
import { CliError } from '@motcua/terminal';
import { createRetryDeadline } from './retry-deadline.ts';
import { waitUntilPublished } from './wait-until-published.ts';

const POLL_MS = 40;

export interface ProjectionWait {
  readonly client: GatewayClient;
  /** A unit that has data, or has none yet. */
  readonly unit: string;
  readonly onLag?: (lag: number) => void;
}

/** Resolves when every event that intake holds is visible on the board. CliError when nothing moves for two minutes. */
export async function waitUntilProjected({ client, unit, onLag }: ProjectionWait): Promise<void> {
  await waitUntilPublished(client, '/v1/events/position');
  const publishedAt = Date.now();
  const retryDeadline = createRetryDeadline();
  for (;;) {
    const { lag, readAt } = await findLag(client, unit);
    // A lag that was read before publication says nothing: while the broker is away the projection goes on naming the last one.
    if (lag === 0 && readAt >= publishedAt) return;
    if (lag < Infinity) onLag?.(lag);
    retryDeadline.isStill(lag, () => standsStill(lag));
    await sleep(POLL_MS);
  }
}

/** Infinity while the projection does not know the unit yet, or is away for a moment. */
async function findLag(client: GatewayClient, unit: string): Promise<{ lag: number; readAt: number }> {
  const today = new Date().toISOString().slice(0, 10);
  const response = await findAnswer(client, { unit, from: today, to: today });
  if (response === undefined) return { lag: Infinity, readAt: 0 };
  const text = await response.text();
  if (response.status === 404 || response.status >= 500) return { lag: Infinity, readAt: 0 };
  if (!response.ok) throw toCliError(response, text);
  const { lag, lagReadAt } = Board.parse(JSON.parse(text)).freshness;
  return { lag, readAt: lagReadAt === null ? 0 : Date.parse(lagReadAt) };
}

/** undefined while the gateway itself is away. */
async function findAnswer(client: GatewayClient, query: Record<string, string>): Promise<Response | undefined> {
  return client.fetch('/v1/board', { query }).catch((error: unknown) => {
    if (isAway(error)) return undefined;
    throw error;
  });
}

function standsStill(lag: number): CliError {
  const message = lag === Infinity ? 'The projection does not answer.' : `The projection stands still, ${lag} events behind.`;
  return new CliError({ code: 'projection.stands-still', message, hint: 'motcua status, motcua dlq list' });
}
