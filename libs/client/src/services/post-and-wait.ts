import { once } from 'node:events';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestTls } from 'node:https';
import { text } from 'node:stream/consumers';
import { CliError } from '@motcua/terminal';
import { toCliError, type GatewayConnection } from '../gateway/gateway-client.ts';

export interface LongRequest {
  /** Who answers, for words about it. */
  readonly service: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/**
 * Has everything of a service compared, as an administrator, and waits as long as the gateway does, which is an hour: `fetch` gives up on an
 * answer after five minutes. Answers the parsed JSON. CliError when it refuses or breaks off.
 */
export async function postAndWait(gateway: GatewayConnection, { service, path, query = {} }: LongRequest): Promise<unknown> {
  const url = new URL(path, gateway.gatewayUrl);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  const authorization = `Bearer ${await gateway.createToken({ role: 'admin' })}`;
  const inPost = gateway.post === undefined ? {} : { 'motcua-post': gateway.post };
  try {
    const response = await post(url, { authorization, accept: 'application/json', ...inPost });
    const body = await text(response);
    const status = response.statusCode ?? 0;
    if (status !== 200) throw toCliError({ status, statusText: response.statusMessage ?? '' }, body);
    return JSON.parse(body) as unknown;
  } catch (cause) {
    if (!isNetworkError(cause)) throw cause;
    throw new CliError({
      code: 'verify.broken-off',
      message: `${service} broke off.`,
      hint: gateway.hint ?? 'motcua status',
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
