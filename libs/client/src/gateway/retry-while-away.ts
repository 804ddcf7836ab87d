import pRetry from 'p-retry';
import { CliError } from '@motcua/terminal';
import type { GatewayClient } from './gateway-client.ts';

const RETRIES = 8;

/** Repeats work that may be repeated while the gateway or a service behind it is away (a restart, an overload), for about a minute. */
export function retryWhileAway<T>(work: () => Promise<T>): Promise<T> {
  const shouldRetry = ({ error }: { error: Error }): boolean => isAway(error);
  return pRetry(work, { retries: RETRIES, minTimeout: 300, maxTimeout: 15_000, randomize: true, shouldRetry });
}

/** A client whose reads wait out a restart: for the end of long work, which one refused question must not throw away. */
export function readWhileAway(client: GatewayClient): Pick<GatewayClient, 'request'> {
  return { request: (path, request) => retryWhileAway(() => client.request(path, request)) };
}

/** Whether a failure says that somebody did not answer or could not at the moment, and not that the request was wrong. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof CliError)) return false;
  const status = Number((error.cause as { status?: unknown } | undefined)?.status);
  // An upload that was cut on its way was not wrong either.
  const cut = error.code === 'upload.cut' || error.code === 'upload.silent';
  const isSilent = error.code === 'gateway.unreachable' || error.code === 'provider.unreachable';
  return cut || isSilent || error.code.startsWith('http.5') || status === 429 || status >= 500;
}
