import { VerifyReport } from '@motcua/contracts';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { toCliError } from '../stack/gateway-client.ts';
import type { StackConnection } from '../stack/stack-connection.ts';
import { CliError } from '../terminal/failure.ts';

/**
 * Asks kpi-aggregator itself to recompute everything, and waits as long as that takes: the gateway gives nobody so long, and `fetch`
 * gives up on an answer after five minutes. CliError when it refuses or breaks off.
 */
export async function requestVerification(stack: StackConnection, unit: string | undefined): Promise<VerifyReport> {
  const url = new URL('/v1/verify', stack.services['kpi-aggregator']?.url ?? stack.gatewayUrl);
  if (unit !== undefined) url.searchParams.set('unit', unit);
  const authorization = `Bearer ${await stack.createToken({ role: 'system' })}`;
  try {
    const response = await post(url, { authorization, accept: 'application/json' });
    const body = await text(response);
    const status = response.statusCode ?? 0;
    if (status !== 200) throw toCliError({ status, statusText: response.statusMessage ?? '' }, body);
    return VerifyReport.parse(JSON.parse(body));
  } catch (cause) {
    if (!isNetworkError(cause)) throw cause;
    throw new CliError({ code: 'verify.broken-off', message: 'kpi-aggregator broke off.', hint: 'motcua status', cause });
  }
}

async function post(url: URL, headers: Record<string, string>): Promise<IncomingMessage> {
  const sent = request(url, { method: 'POST', headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

const isNetworkError = (error: unknown): boolean => error instanceof Error && 'code' in error && !(error instanceof CliError);
