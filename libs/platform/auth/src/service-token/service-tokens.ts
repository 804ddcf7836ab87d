import { SignJWT } from 'jose';
import { readServiceKey } from './service-key.ts';

export interface ServiceTokensOptions {
  /** Path of a private JWK (ES256) with a `kid`; its public half is in the key set of the services that are called. */
  readonly keyFile: string;
  readonly issuer: string;
  readonly audience: string;
  /** The service's name: what others record as the actor. */
  readonly subject: string;
  /** Epoch milliseconds; the clock of the machine unless a test brings its own. */
  readonly now?: () => number;
}

/** @returns a token that holds for at least another minute. @throws where the key file is not there or no key */
export type ServiceTokens = () => Promise<string>;

const LIFE_SECONDS = 300;
/** After four fifths of its life a token is replaced, so that none expires on its way. */
const RENEW_AFTER_MS = LIFE_SECONDS * 800;

/**
 * What a service shows when it calls another: a token of role `system` that it signs itself and that lives five minutes. The key is
 * read anew for each token, so that a changed key file counts after four minutes without a restart.
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

async function sign({ keyFile, issuer, audience, subject }: ServiceTokensOptions, nowMs: number): Promise<string> {
  const { kid, key } = await readServiceKey(keyFile);
  const issuedAt = Math.floor(nowMs / 1_000);
  return new SignJWT({ role: 'system' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setSubject(subject)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(key);
}
