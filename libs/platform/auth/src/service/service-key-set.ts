import { importJWK, type CryptoKey } from 'jose';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The public half of a service's key, with whose it is and what it may ask for. */
const ServiceJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().min(1),
  x: z.string(),
  y: z.string(),
  service: z.string().min(1),
  scopes: z.array(z.string().min(1)),
});
const ServiceKeySet = z.object({ keys: z.array(ServiceJwk) });

export interface KnownService {
  readonly service: string;
  readonly scopes: readonly string[];
  readonly key: CryptoKey | Uint8Array;
}

/** Finds a service by the id of its key. */
export type ServiceKeys = (kid: string) => Promise<KnownService | undefined>;

/** A change of the file (a key or a scope that was withdrawn) counts after this long at the latest. */
const keptMs = 60_000;
/** An id that is not known makes the file be read again (a key was added), but not more often than this. */
const rereadAfterMs = 5_000;

/** The services of a key set file. */
export function createServiceKeys(path: string, now: () => number = Date.now): ServiceKeys {
  let readAt = 0;
  let keys: Promise<ReadonlyMap<string, KnownService>> | undefined;
  const read = () => {
    readAt = now();
    return (keys = readServiceKeys(path));
  };
  return async (kid) => {
    const isFresh = keys !== undefined && now() - readAt < keptMs;
    const known = (await (isFresh ? keys : read()))?.get(kid);
    if (known !== undefined || now() - readAt < rereadAfterMs) return known;
    return (await read()).get(kid);
  };
}

async function readServiceKeys(path: string): Promise<ReadonlyMap<string, KnownService>> {
  const { keys } = ServiceKeySet.parse(JSON.parse(await readFile(path, 'utf8')));
  const known = new Map<string, KnownService>();
  for (const { service, scopes, ...jwk } of keys) {
    if (known.has(jwk.kid)) throw new Error(`Two keys of the services' key set "${path}" have the id "${jwk.kid}".`);
    known.set(jwk.kid, { service, scopes, key: await importJWK(jwk, 'ES256') });
  }
  return known;
}
