import type { JWK } from 'jose';
import { join } from 'node:path';
import { createKeyPair } from './create-key-pair.ts';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import { signToken, AUTH_AUDIENCE, AUTH_ISSUER, type TokenRequest } from '@motcua/client';
import type { StackPaths } from '../state/stack-paths.ts';

export const toJwksFile = (paths: StackPaths): string => join(paths.secrets, 'jwks.json');
export const toKeyFile = (paths: StackPaths): string => join(paths.secrets, 'signing-key.jwk.json');

/** The embedded stack's own key, generated once; production has an identity provider and no such file. */
export async function ensureSigningKey(paths: StackPaths): Promise<void> {
  const known = (await readJsonFile(toKeyFile(paths))) as JWK | undefined; // Written by this function alone.
  if (known !== undefined) return keepAlone(paths, known);
  const { privateJwk, publicJwk } = await createKeyPair();
  // The public half first: a private key that nobody knows would sign tokens that nobody takes.
  await writeJsonFile(toJwksFile(paths), { keys: [publicJwk] }, { mode: 0o600 });
  await writeJsonFile(toKeyFile(paths), privateJwk, { mode: 0o600 });
}

/** In a folder of an earlier version the key of the services stands among the people's, where it could sign for any of them: it goes. */
async function keepAlone(paths: StackPaths, { kid }: JWK): Promise<void> {
  const { keys } = (await readJsonFile(toJwksFile(paths))) as { keys: JWK[] }; // Likewise.
  const own = keys.filter((key) => key.kid === kid);
  if (own.length < keys.length) await writeJsonFile(toJwksFile(paths), { keys: own }, { mode: 0o600 });
}

/** A bearer token of 12 hours, signed with the embedded stack's key. Throws when the stack was never started here. */
export async function createEmbeddedToken(paths: StackPaths, request: TokenRequest): Promise<string> {
  const jwk = (await readJsonFile(toKeyFile(paths))) as JWK | undefined; // Written by ensureSigningKey alone.
  if (jwk === undefined) throw new Error(`There is no signing key in ${paths.secrets}.`);
  return signToken(jwk, request, { issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE });
}
