import type { EventLogPosition } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { getEventPosition, type PositionPath } from '../events/event-position.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { isAway } from '../gateway/retry-while-away.ts';
import { CliError } from '@motcua/terminal';
import { createRetryDeadline } from './retry-deadline.ts';

const POLL_MS = 40;

/** Resolves when everything a service has written by then is in Kafka. CliError when nothing moves for two minutes. */
export async function waitUntilPublished(client: GatewayClient, path: PositionPath): Promise<void> {
  const retryDeadline = createRetryDeadline();
  for (;;) {
    const position = await findPosition(client, path);
    if (position?.published === true) return;
    retryDeadline.isStill(position?.relay?.position, () => relayStandsStill(position?.state ?? 'away'));
    await sleep(POLL_MS);
  }
}

/** undefined while the service is away for a moment. */
async function findPosition(client: GatewayClient, path: PositionPath): Promise<EventLogPosition | undefined> {
  try {
    return await getEventPosition(client, path);
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  }
}

function relayStandsStill(state: string): CliError {
  return new CliError({
    code: 'relay.stands-still',
    message: `Events are not being published: the relay is ${state}.`,
    hint: 'motcua status',
  });
}
