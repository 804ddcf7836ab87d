import { ImportSession, type OpenImportSession } from '@motcua/contracts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { retryWhileAway } from '../gateway/retry-while-away.ts';

/**
 * Runs `load` in an import session: of the dossiers whose events name it nothing is told before all of them are there. It is closed when
 * `load` has ended well. Where it breaks off the session stays open and ends by its silence: a half-told history is not complete, and
 * whoever repeats the load opens another.
 *
 * @returns the session's id
 */
export async function inImportSession(
  client: Pick<GatewayClient, 'request'>,
  opening: OpenImportSession,
  load: (session: string) => Promise<void>,
): Promise<string> {
  const { id } = await post(client, '/v1/import-sessions', opening);
  await load(id);
  await post(client, `/v1/import-sessions/${id}/close`);
  return id;
}

const post = (client: Pick<GatewayClient, 'request'>, path: string, body?: OpenImportSession): Promise<ImportSession> =>
  retryWhileAway(async () =>
    ImportSession.parse(await client.request(path, { method: 'POST', ...(body === undefined ? {} : { body }) })),
  );
