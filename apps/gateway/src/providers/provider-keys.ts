import { createKeySet } from '@motcua/auth';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import type { createProviderFetch } from './inner-fetch.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { z } from 'zod';

type Fetch = ReturnType<typeof createProviderFetch>;

/** The discovery document of OpenID Connect, as far as keys go. */
const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Keys come from the configured place, or where the provider's discovery document says; never from where a token says. */
export function createProviderKeys({ jwks, issuer }: ProviderSettings, fetch: Fetch): JWTVerifyGetKey {
  if (jwks !== undefined && !/^https?:\/\//.test(jwks)) return createKeySet(jwks);
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keys ??= (jwks === undefined ? discoverKeys(issuer, fetch) : Promise.resolve(jwks)).then((address) =>
      createRemoteJWKSet(new URL(address), { [customFetch]: (url, options) => fetch(url, options) }),
    );
    const known = await keys.catch((error: unknown) => {
      keys = undefined; // the next one asks again
      throw error;
    });
    return known(header, token);
  };
}

async function discoverKeys(issuer: string, fetch: Fetch): Promise<string> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const document = Discovery.parse(await answer.json());
  if (document.issuer !== issuer) throw new Error(`The discovery document of ${issuer} is of another issuer.`);
  return document.jwks_uri;
}
