import type { ProviderSettings } from './provider-settings.ts';

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const ANSWER_WITHIN_MS = 5_000;

/**
 * Asks a provider on the inside for what its discovery document calls by its public address: that may be our own, behind us, where no
 * name server and no certificate leads back to it. It is told the public one, so that what it says of itself is what browsers see.
 */
export function createProviderFetch({ issuer, internalUrl }: Pick<ProviderSettings, 'issuer' | 'internalUrl'>): Fetch {
  if (internalUrl === undefined) return fetchSoon;
  const outside = new URL(issuer);
  return (address, init) => {
    const url = new URL(address);
    if (url.origin !== outside.origin) return fetchSoon(address, init);
    const headers = new Headers(init?.headers);
    headers.set('x-forwarded-host', outside.host);
    headers.set('x-forwarded-proto', outside.protocol.slice(0, -1));
    return fetchSoon(new URL(url.pathname + url.search, internalUrl).href, { ...init, headers });
  };
}

/** Nobody is sent on to another address, and nobody waits for ever. */
const fetchSoon: Fetch = (url, init) =>
  fetch(url, { redirect: 'manual', ...init, signal: init?.signal ?? AbortSignal.timeout(ANSWER_WITHIN_MS) });
