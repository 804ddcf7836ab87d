import type { JWK } from 'jose';
import { SignJWT } from 'jose/jwt/sign';
import { importJWK } from 'jose/key/import';
import type { TokenRequest } from './token-request.ts';

const LIFETIME = '12h';

/** A bearer token of 12 hours, signed with a private ES256 key. */
export async function signToken(
  jwk: JWK,
  { role, unit, source, subject = 'motcua-cli' }: TokenRequest,
  { issuer, audience }: { readonly issuer: string; readonly audience: string },
): Promise<string> {
  return new SignJWT({ role, ...(unit === undefined ? {} : { unit }), ...(source === undefined ? {} : { source }) })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) })
    .setSubject(subject)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(await importJWK(jwk, 'ES256'));
}
