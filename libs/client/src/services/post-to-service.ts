import { once } from 'node:events';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestTls } from 'node:https';
import { text } from 'node:stream/consumers';
import { CliError } from '@motcua/terminal';
import { toCliError, type GatewayConnection } from '../gateway/gateway-client.ts';

/** The gateway, and the services themselves where they can be reached, as in the embedded stack. */
export interface ServicesConnection extends GatewayConnection {
  readonly services?: Readonly<Record<string, { readonly url: string }>>;
}

export interface ServiceRequest {
  readonly service: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/**
 * Asks a service itself, as an administrator, and waits as long as its answer takes: the gateway gives nobody so long, and `fetch` gives up on
 * an answer after five minutes. Where services cannot be reached, the gateway is asked. Answers the parsed JSON. CliError when it refuses
 * or breaks off.
 */
export async function postToService(stack: ServicesConnection, { service, path, query = {} }: ServiceRequest): Promise<unknown> {
  const url = new URL(path, stack.services?.[service]?.url ?? stack.gatewayUrl);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  const authorization = `Bearer ${await stack.createToken({ role: 'admin' })}`;
  try {
    const response = await post(url, { authorization, accept: 'application/json' });
    const body = await text(response);
    const status = response.statusCode ?? 0;
    if (status !== 200) throw toCliError({ status, statusText: response.statusMessage ?? '' }, body);
    return JSON.parse(body) as unknown;
  } catch (cause) {
    if (!isNetworkError(cause)) throw cause;
    throw new CliError({
      code: 'verify.broken-off',
      message: `${service} broke off.`,
      hint: stack.hint ?? 'motcua status',
      cause,
    });
  }
}

async function post(url: URL, headers: Record<string, string>): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestTls : requestPlain;
  const sent = request(url, { method: 'POST', headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

const isNetworkError = (error: unknown): boolean => error instanceof Error && 'code' in error && !(error instanceof CliError);
