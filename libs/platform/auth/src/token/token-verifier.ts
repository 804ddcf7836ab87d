import { jwtVerify } from 'jose';
import { ActorClaims, type Actor } from '../actor.ts';
import { authInvalid } from '../problems.ts';
import { createKeySet } from './key-set.ts';
import { VerifiedTokens } from './verified-tokens.ts';

export interface TokenVerifierOptions {
  /** File path or http(s) URL of a JSON Web Key Set. */
  readonly jwks: string;
  readonly issuer: string;
  readonly audience: string;
}

/** @returns the actor a token stands for. @throws ProblemError 401 `auth.invalid` */
export type TokenVerifier = (token: string) => Promise<Actor>;

const clockToleranceSeconds = 5;

/** Verifies ES256 access tokens: signature, issuer, audience, times, role and unit. A token seen lately is not verified again. */
export function createTokenVerifier({ jwks, issuer, audience }: TokenVerifierOptions): TokenVerifier {
  const keySet = createKeySet(jwks);
  const verified = new VerifiedTokens();
  const options = {
    issuer,
    audience,
    algorithms: ['ES256'],
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['exp', 'sub'],
  };

  return async (token) => {
    const known = verified.find(token, Date.now());
    if (known !== undefined) return known;
    try {
      const { payload } = await jwtVerify(token, keySet, options);
      const actor = ActorClaims.parse(payload);
      verified.keep(token, actor, Date.now(), payload.exp ?? 0);
      return actor;
    } catch (error) {
      throw authInvalid(error);
    }
  };
}
