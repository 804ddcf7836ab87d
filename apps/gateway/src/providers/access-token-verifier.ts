import { rememberVerified, type TokenVerifier } from '@motcua/auth';
import { decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import type { Bearer } from './bearer.ts';
import type { Provider } from './provider.ts';

/** What providers write into the header of an access token: nothing, JWT, or the type of RFC 9068. */
const headerTypes: readonly (string | undefined)[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];
/** Keycloak writes what a token is for into its claims. */
const claimTypes: readonly unknown[] = [undefined, 'Bearer'];
/** An ID token's alone: it vouches for a token or a code that it was given with. */
const idTokenClaims = ['at_hash', 'c_hash'];

/** Verifies access tokens of all providers, each by its issuer's keys and rules. A token seen lately is not verified again. */
export function createAccessTokenVerifier(providers: readonly Provider[]): TokenVerifier<Bearer> {
  const byIssuer = new Map(providers.map((provider) => [provider.settings.issuer, provider]));
  return rememberVerified<Bearer>(async (token) => {
    // Not verified yet: this only says whose keys it has to be verified with.
    const provider = byIssuer.get(decodeJwt(token).iss ?? '');
    if (provider === undefined) throw new Error('No provider has this issuer.');
    const payload = await verifyAccessToken(token, provider);
    return { caller: toBearer(payload, provider), expiresSeconds: payload.exp ?? 0 };
  });
}

function toBearer(payload: JWTPayload, { settings, toPerson }: Provider): Bearer {
  const { sub = '', iat = 0, exp = 0, sid } = payload; // The first three are required.
  return {
    person: toPerson(payload),
    provider: settings.name,
    subject: sub,
    sid: typeof sid === 'string' ? sid : undefined,
    issuedAt: new Date(iat * 1_000),
    expiresAt: new Date(exp * 1_000),
  };
}

/** @returns its claims. @throws whatever is wrong with it */
export async function verifyAccessToken(token: string, { settings, keys }: Provider): Promise<JWTPayload> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: settings.issuer,
    audience: [...settings.audience],
    algorithms: settings.algorithms,
    clockTolerance: settings.clockToleranceSeconds,
    requiredClaims: ['exp', 'iat', 'sub'],
  });
  if (!headerTypes.includes(protectedHeader.typ?.toLowerCase()))
    throw new Error(`"${protectedHeader.typ ?? ''}" is no access token.`);
  if (!claimTypes.includes(payload['typ'])) throw new Error('The claims are of another kind of token.');
  if (idTokenClaims.some((claim) => claim in payload)) throw new Error('An ID token is no access token.');
  checkLifetime(payload, settings);
  return payload;
}

function checkLifetime({ exp = 0, iat = 0 }: JWTPayload, settings: Provider['settings']): void {
  if (exp - iat > settings.maxLifetimeSeconds) throw new Error('The token lives longer than its provider may give it.');
  if (iat > Date.now() / 1_000 + settings.clockToleranceSeconds) throw new Error('The token is of the future.');
}
