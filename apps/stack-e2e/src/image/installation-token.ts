import { importJWK, SignJWT, type JWK } from 'jose';
import type { Source } from './compose-containers.ts';

/** A token of the installation, signed with the key that its secrets hold, as `motcua token` signs one. */
export async function createInstallationToken(
  { secretFiles }: Pick<Source, 'secretFiles'>,
  { role, unit }: { readonly role: string; readonly unit: string },
): Promise<string> {
  const jwk = JSON.parse(secretFiles['signing-key.jwk.json'] ?? '') as JWK; // As create-secrets.js writes it.
  return new SignJWT({ role, unit })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) })
    .setSubject('image-e2e')
    .setIssuer('motcua')
    .setAudience('motcua')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importJWK(jwk, 'ES256'));
}
