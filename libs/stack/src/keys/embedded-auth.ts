import type { JWK } from 'jose';
import { join } from 'node:path';
import { readJsonFile } from '../state/json-file.ts';
import { signToken, AUTH_AUDIENCE, AUTH_ISSUER, type TokenRequest } from '@motcua/client';
import type { StackPaths } from '../state/stack-paths.ts';

export const toJwksFile = (paths: StackPaths): string => join(paths.secrets, 'jwks.json');
export const toKeyFile = (paths: StackPaths): string => join(paths.secrets, 'signing-key.jwk.json');

/** A bearer token of 12 hours, signed with the embedded stack's key. Throws when the stack was never started here. */
export async function createEmbeddedToken(paths: StackPaths, request: TokenRequest): Promise<string> {
  const jwk = (await readJsonFile(toKeyFile(paths))) as JWK | undefined; // Written by `ensureSigningKey` alone.
  if (jwk === undefined) throw new Error(`There is no signing key in ${paths.secrets}.`);
  return signToken(jwk, request, { issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE });
}
