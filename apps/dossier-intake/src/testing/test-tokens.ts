import type { Role } from '@motcua/auth';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestTokens {
  /** Path of the key set, for AUTH_JWKS. */
  readonly jwks: string;
  sign(role: Role, unit?: string, sub?: string): Promise<string>;
  remove(): Promise<void>;
}

/** A key pair of its own and the tokens it signs. */
export async function createTestTokens(): Promise<TestTokens> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const folder = await mkdtemp(join(tmpdir(), 'intake-tokens-'));
  const jwks = join(folder, 'jwks.json');
  await writeFile(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] }));
  return {
    jwks,
    sign: (role, unit, sub = `${role}-1`) =>
      new SignJWT({ role, ...(unit === undefined ? {} : { unit }) })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .setSubject(sub)
        .setIssuer('motcua')
        .setAudience('motcua')
        .setExpirationTime('1h')
        .sign(privateKey),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
