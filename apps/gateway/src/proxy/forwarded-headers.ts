import type { IncomingHttpHeaders } from 'node:http';

/** As Fastify reads a request: `ip` is the caller's, as far as the proxies before us are believed (`TRUSTED_PROXY_HOPS`). */
export interface Forwarded {
  readonly ip: string;
}

/**
 * What whoever is behind us hears of where a request came from: one address, told by us alone. A client, and a proxy that nobody trusts,
 * may have written anything there; a service takes our word, for it keeps it in the audit log.
 */
export function withOwnForwarding({ ip }: Forwarded, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const foreign = /^(?:forwarded|x-forwarded-.+|x-real-ip)$/;
  const kept = Object.entries(headers).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), 'x-forwarded-for': ip };
}
