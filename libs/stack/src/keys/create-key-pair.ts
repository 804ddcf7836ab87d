import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomBytes } from 'node:crypto';

/** A key pair of ES256, both halves with an id of their own. */
export async function createKeyPair(): Promise<{ readonly privateJwk: JWK; readonly publicJwk: JWK }> {
  const kid = randomBytes(6).toString('hex');
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg: 'ES256' },
    publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' },
  };
}
