import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StackPaths } from '../state/stack-paths.ts';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import { createKeyPair } from './create-key-pair.ts';

/** The private keys that the embedded provider signs tokens with, the first of them the one in use. */
export const toIdentityKeysFile = (paths: StackPaths): string => join(paths.secrets, 'identity-signing-keys.json');

/** The gateway's secret as a client of the provider: for both of them. */
export const toGatewaySecretFile = (paths: StackPaths): string => join(paths.secrets, 'gateway-client-secret');

/** A key and a secret, made once. */
export async function ensureIdentityKeys(paths: StackPaths): Promise<void> {
  const file = toIdentityKeysFile(paths);
  if ((await readJsonFile(file)) === undefined) {
    const { privateJwk } = await createKeyPair();
    await writeJsonFile(file, { keys: [privateJwk] }, { mode: 0o600 });
  }
  const secretFile = toGatewaySecretFile(paths);
  const isThere = await readFile(secretFile).then(
    () => true,
    () => false,
  );
  if (!isThere) await writeFile(secretFile, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
}
