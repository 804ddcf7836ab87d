import { CliError } from '@motcua/terminal';
import type { ClientAuth, Configuration, CustomFetch } from 'openid-client';
import type { SignInProvider } from './find-providers.ts';

export interface ProviderClient {
  readonly gatewayUrl: string;
  readonly provider: Pick<SignInProvider, 'issuer' | 'path'>;
  readonly clientId: string;
  /** Of a program; absent: a public client. */
  readonly secret?: string;
}

const ANSWER_WITHIN_SECONDS = 20;

/**
 * The provider as `openid-client` knows it, by its discovery document. One that lies behind the gateway is asked through the very address
 * that we were given of the gateway: on the inside of a network that may be another one than browsers have.
 *
 * @throws CliError `sign-in.insecure`, `provider.unreachable`
 */
export async function discoverProvider({ gatewayUrl, provider, clientId, secret }: ProviderClient): Promise<Configuration> {
  const client = await import('openid-client');
  const server = new URL(provider.issuer);
  const isOwn = provider.path !== undefined;
  if (server.protocol === 'http:' && !isOwn && !isLoopback(server)) throw insecure(server.href);
  const authentication: ClientAuth = secret === undefined ? client.None() : client.ClientSecretBasic(secret);
  const ask: CustomFetch = (url, options) => fetch(toReached(url, provider, gatewayUrl), options as RequestInit); // one fetch
  try {
    return await client.discovery(server, clientId, undefined, authentication, {
      [client.customFetch]: ask,
      timeout: ANSWER_WITHIN_SECONDS,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated to make it stand out: on this machine, or behind the gateway that was named
      execute: server.protocol === 'http:' ? [client.allowInsecureRequests] : [],
    });
  } catch (cause) {
    throw unreachable(provider.issuer, cause);
  }
}

/** Where something is that the provider calls by its public address. */
export function toReached(url: string, { issuer, path }: ProviderClient['provider'], gatewayUrl: string): string {
  if (path === undefined || !url.startsWith(`${issuer}/`)) return url;
  return new URL(`${path}${url.slice(issuer.length)}`, gatewayUrl).href;
}

export const isLoopback = ({ hostname }: URL): boolean => /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(hostname);

export const insecure = (address: string): CliError =>
  new CliError({
    code: 'sign-in.insecure',
    message: `${address} is not reached over TLS: whoever is on the way could sign in in your name.`,
    hint: 'Use its https:// address.',
    exitCode: 2,
  });

export const unreachable = (issuer: string, cause: unknown): CliError =>
  new CliError({
    code: 'provider.unreachable',
    message: `The identity provider ${issuer} does not answer as one.`,
    hint: `curl ${issuer}/.well-known/openid-configuration`,
    cause,
  });
