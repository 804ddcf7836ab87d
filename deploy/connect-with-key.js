import { importJWK, SignJWT } from 'jose';
import { readFile } from 'node:fs/promises';

/**
 * A connection of `@motcua/client` that signs its own tokens, for a cluster on one machine without an identity provider
 * (`k8s/overlays/local`): its gateway takes them by AUTH_JWKS. No command of the product does so.
 *
 * @param {string} gatewayUrl
 * @param {string} keyFile a private JWK of ES256
 */
export async function connectWithKey(gatewayUrl, keyFile) {
  const jwk = JSON.parse(await readFile(keyFile, 'utf8'));
  const key = await importJWK(jwk, 'ES256');
  const { AUTH_ISSUER = 'motcua', AUTH_AUDIENCE = 'motcua' } = process.env;
  const createToken = ({ role, subject }) =>
    new SignJWT({ role })
      .setProtectedHeader({ alg: 'ES256', kid: jwk.kid })
      .setSubject(subject)
      .setIssuer(AUTH_ISSUER)
      .setAudience(AUTH_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(key);
  return { gatewayUrl, createToken };
}
