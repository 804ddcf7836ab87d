import { SignJWT } from 'jose';
import { readPrivateKeys } from '../keys/private-key.ts';
import { serviceIssuer, serviceTokenType, toServiceAudience, type Scope } from './service-principal.ts';

export interface ServiceTokensOptions {
  /** Path of a private JWK (ES256) with a `kid`; its public half is in the services' key set, under this service's name. */
  readonly keyFile: string;
  /** The name of the service that asks. */
  readonly service: string;
  /** The name of the service that is asked. */
  readonly audience: string;
  /** What it is asked for: no more than the key set gives this service. */
  readonly scopes: readonly Scope[];
  /** Epoch milliseconds; the clock of the machine unless a test brings its own. */
  readonly now?: () => number;
}

/** @returns a token that holds for at least another minute. @throws where the key file is not there or no key */
export type ServiceTokens = () => Promise<string>;

/** Tokens of this service, for each service it asks. */
export type ServiceSigner = (asked: Pick<ServiceTokensOptions, 'audience' | 'scopes'>) => ServiceTokens;

export const createServiceSigner =
  (own: Pick<ServiceTokensOptions, 'keyFile' | 'service'>): ServiceSigner =>
  (asked) =>
    createServiceTokens({ ...own, ...asked });

const LIFE_SECONDS = 300;
/** After four fifths of its life a token is replaced, so that none expires on its way. */
const RENEW_AFTER_MS = LIFE_SECONDS * 800;

/**
 * What a service shows when it calls another: a token that it signs itself with a key of its own, for that other service alone, good for
 * five minutes and for the scopes it names. The key is read anew for each token, so that a changed key file counts after four minutes
 * without a restart.
 */
export function createServiceTokens({ now = Date.now, ...options }: ServiceTokensOptions): ServiceTokens {
  let kept: { readonly token: Promise<string>; readonly renewAtMs: number } | undefined;

  return async () => {
    const nowMs = now();
    if (kept !== undefined && nowMs < kept.renewAtMs) return kept.token;
    const renewing = { token: sign(options, nowMs), renewAtMs: nowMs + RENEW_AFTER_MS };
    kept = renewing;
    try {
      return await renewing.token;
    } catch (error) {
      // The next caller tries again.
      if (kept === renewing) kept = undefined;
      throw error;
    }
  };
}

async function sign({ keyFile, service, audience, scopes }: ServiceTokensOptions, nowMs: number): Promise<string> {
  const [{ kid, key }] = await readPrivateKeys(keyFile, { what: 'service key', variable: 'SERVICE_KEY' });
  const issuedAt = Math.floor(nowMs / 1_000);
  return new SignJWT({ scope: scopes.join(' ') })
    .setProtectedHeader({ alg: 'ES256', typ: serviceTokenType, kid })
    .setSubject(service)
    .setIssuer(serviceIssuer)
    .setAudience(toServiceAudience(audience))
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(key);
}
