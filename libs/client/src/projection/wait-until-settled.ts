import { ImportSessionClocks } from '@motcua/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { isAway } from '../gateway/retry-while-away.ts';
import { CliError } from '@motcua/terminal';
import { createRetryDeadline } from './retry-deadline.ts';

const POLL_MS = 200;

/** Resolves when the clocks of a closed import session have been let go and every cause that follows is published. CliError when nothing moves for two minutes. */
export async function waitUntilSettled(client: Pick<GatewayClient, 'request'>, session: string): Promise<void> {
  const retryDeadline = createRetryDeadline();
  for (;;) {
    const clocks = await findClocks(client, session);
    if (clocks?.isSettled === true) return;
    retryDeadline.isStill(clocks?.held, () => {
      const message =
        clocks === undefined ? 'sla-timer does not answer.' : `The clocks of the import are not let go: ${clocks.held} are held.`;
      return new CliError({ code: 'import.not-settled', message, hint: 'motcua status, motcua dlq list' });
    });
    await sleep(POLL_MS);
  }
}

/** undefined while the service is away for a moment. */
async function findClocks(client: Pick<GatewayClient, 'request'>, session: string): Promise<ImportSessionClocks | undefined> {
  try {
    return ImportSessionClocks.parse(await client.request(`/v1/import-sessions/${session}/clocks`));
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  }
}
