import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../actor.ts';

export interface TestIssuer {
  /** Path of its key set, for `AUTH_JWKS`. */
  readonly jwks: string;
  /** A token; without a unit it reaches everything where the role permits that. */
  token(claims: { role: Role; unit?: string; sub?: string } & JWTPayload): Promise<string>;
  /** The same as a header. */
  bearer(claims: { role: Role; unit?: string; sub?: string }): Promise<{ authorization: string }>;
  close(): Promise<void>;
}

/** Signs tokens for specs with a key of its own, as issuer `motcua` for audience `motcua`. */
export async function createTestIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const folder = await mkdtemp(join(tmpdir(), 'test-issuer-'));
  const jwks = join(folder, 'jwks.json');
  await writeFile(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }] }));

  const token: TestIssuer['token'] = ({ sub = 'tester', ...claims }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setSubject(sub)
      .setIssuer('motcua')
      .setAudience('motcua')
      .setExpirationTime('10m')
      .sign(privateKey);
  return {
    jwks,
    token,
    bearer: async (claims) => ({ authorization: `Bearer ${await token(claims)}` }),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
