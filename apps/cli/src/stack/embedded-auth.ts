import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { signToken } from './sign-token.ts';
import type { StackPaths } from './stack-paths.ts';

export const ROLES = ['counter', 'specialist', 'head', 'leader', 'admin', 'system'] as const;
export type Role = (typeof ROLES)[number];

export interface TokenRequest {
  readonly role: Role;
  /** Unit code; without it the token is good for every unit, which only `admin` and `system` may have. */
  readonly unit?: string | undefined;
  /** Who it is; `motcua-cli` without it. */
  readonly subject?: string | undefined;
}

export const AUTH_ISSUER = 'motcua';
export const AUTH_AUDIENCE = 'motcua';

export const toJwksFile = (paths: StackPaths): string => join(paths.secrets, 'jwks.json');
export const toKeyFile = (paths: StackPaths): string => join(paths.secrets, 'signing-key.jwk.json');
export const toServiceKeyFile = (paths: StackPaths): string => join(paths.secrets, 'service-key.jwk.json');

/** The embedded stack's own key, generated once; production has an identity provider and no such file. */
export async function ensureSigningKey(paths: StackPaths): Promise<void> {
  if ((await readJsonFile(toKeyFile(paths))) !== undefined) return;
  await writeKeyPair(paths, toKeyFile(paths), []);
}

/** The key with which services sign the tokens they show each other, beside the one for people; a folder of an earlier version gets it too. */
export async function ensureServiceKey(paths: StackPaths): Promise<void> {
  if ((await readJsonFile(toServiceKeyFile(paths))) !== undefined) return;
  const known = (await readJsonFile(toJwksFile(paths))) as { keys: JWK[] } | undefined; // Written by writeKeyPair alone.
  await writeKeyPair(paths, toServiceKeyFile(paths), known?.keys ?? []);
}

/** The public half first: a private key that nobody knows would sign tokens that nobody takes. */
async function writeKeyPair(paths: StackPaths, keyFile: string, known: readonly JWK[]): Promise<void> {
  const kid = randomBytes(6).toString('hex');
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  await writeJsonFile(toJwksFile(paths), { keys: [...known, publicJwk] }, { mode: 0o600 });
  await writeJsonFile(keyFile, { ...(await exportJWK(privateKey)), kid, alg: 'ES256' }, { mode: 0o600 });
}

/** A bearer token of 12 hours, signed with the embedded stack's key. Throws when the stack was never started here. */
export async function createEmbeddedToken(paths: StackPaths, request: TokenRequest): Promise<string> {
  const jwk = (await readJsonFile(toKeyFile(paths))) as JWK | undefined; // Written by ensureSigningKey alone.
  if (jwk === undefined) throw new Error(`There is no signing key in ${paths.secrets}.`);
  return signToken(jwk, request, { issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE });
}
