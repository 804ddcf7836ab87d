import { exportJWK, generateKeyPair, jwtVerify, type JWTPayload } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SigningKeyFixture {
  /** For `GATEWAY_SIGNING_KEY`. */
  readonly file: string;
  /** The claims of an `Authorization` of ours. */
  read(authorization: string | undefined): Promise<JWTPayload>;
  remove(): Promise<void>;
}

/** A signing key of a gateway's own. */
export async function writeSigningKey(): Promise<SigningKeyFixture> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const folder = await mkdtemp(join(tmpdir(), 'gateway-key-'));
  const file = join(folder, 'gateway-key.jwk.json');
  await writeFile(file, JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'gateway' }));
  const expected = { issuer: 'motcua', audience: 'motcua', typ: 'at+jwt', algorithms: ['ES256'] };
  return {
    file,
    read: async (authorization) => (await jwtVerify(authorization?.replace(/^Bearer /, '') ?? '', publicKey, expected)).payload,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
