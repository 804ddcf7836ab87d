import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { type AskedService, getServiceHealth } from '../services/health.ts';
import { CliError } from '@motcua/terminal';
import { createRetryDeadline } from './retry-deadline.ts';
import { waitUntilPublished } from './wait-until-published.ts';

const POLL_MS = 200;

export interface FollowingWait {
  readonly client: GatewayClient;
  /** A service that follows the dossier log and says in its health how far it is. */
  readonly name: string;
  /** Its address, which may be another after a restart. */
  readonly address: () => AskedService;
}

/**
 * Resolves when a service says that it has come to the end of the dossier log. It may say so of an end that it read a moment before the last
 * events came: who needs every dossier asks again for those that are missing. CliError when nothing moves for two minutes.
 */
export async function waitUntilFollowed({ client, name, address }: FollowingWait): Promise<void> {
  await waitUntilPublished(client, '/v1/events/position');
  const retryDeadline = createRetryDeadline();
  for (;;) {
    const { ready, reasons, lag } = await getServiceHealth(address());
    if (ready && lag === 0) return;
    retryDeadline.isStill(lag, () => {
      const seen = lag === undefined ? reasons.join('; ') || 'its lag is not known' : `${lag} events behind`;
      return new CliError({
        code: 'projection.stands-still',
        message: `${name} stands still: ${seen}.`,
        hint: 'motcua status, motcua dlq list',
      });
    });
    await sleep(POLL_MS);
  }
}
