import { decodeProtectedHeader, jwtVerify } from 'jose';
import { ActorClaims, type Actor } from '../actor.ts';
import { serviceTokenType, type Caller } from '../service/service-principal.ts';
import { createServiceTokenVerifier, type ServiceTokenOptions } from './service-token-verifier.ts';
import { createKeySet } from './key-set.ts';
import { rememberVerified, type TokenVerifier } from './remember-verified.ts';
import type { VerifiedUntil } from './verified-tokens.ts';

interface PersonTokenOptions {
  /** File path or http(s) URL of a JSON Web Key Set. */
  readonly jwks: string;
  readonly issuer: string;
  readonly audience: string;
}

export interface TokenVerifierOptions extends PersonTokenOptions {
  /** Whose services may ask; absent: none. */
  readonly services?: ServiceTokenOptions | undefined;
}

const clockToleranceSeconds = 5;
/** What identity providers write: nothing, JWT, or the type of RFC 9068. */
const personTypes: readonly (string | undefined)[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

/**
 * Verifies ES256 tokens of both kinds, told apart by the `typ` of their header and each checked against an issuer, an audience and keys
 * of its own. A token seen lately is not verified again.
 */
export function createTokenVerifier({ services, ...people }: TokenVerifierOptions): TokenVerifier {
  const verifyPerson = createPersonTokenVerifier(people);
  const verifyService = services === undefined ? undefined : createServiceTokenVerifier(services);
  return rememberVerified<Caller>(async (token) => {
    if (decodeProtectedHeader(token).typ !== serviceTokenType) return verifyPerson(token);
    if (verifyService === undefined) throw new Error('No service is let in here.');
    return verifyService(token);
  });
}

function createPersonTokenVerifier({
  jwks,
  issuer,
  audience,
}: PersonTokenOptions): (token: string) => Promise<VerifiedUntil<Actor>> {
  const keySet = createKeySet(jwks);
  const options = {
    issuer,
    audience,
    algorithms: ['ES256'],
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['exp', 'sub'],
  };
  return async (token) => {
    const { payload, protectedHeader } = await jwtVerify(token, keySet, options);
    if (!personTypes.includes(protectedHeader.typ?.toLowerCase()))
      throw new Error(`"${protectedHeader.typ ?? ''}" is no type of a person's token.`);
    return { caller: ActorClaims.parse(payload), expiresSeconds: payload.exp ?? 0 };
  };
}
