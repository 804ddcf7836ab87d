import type { JWK } from 'jose';
import { join } from 'node:path';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import { createKeyPair } from './create-key-pair.ts';
import { toJwksFile } from './embedded-auth.ts';

/** What the gateway signs for services with. */
export const toGatewayKeyFile = (paths: StackPaths): string => join(paths.secrets, 'gateway-key.jwk.json');
/** Whom services trust: the gateway, and the key of commands, some of which ask a service itself. */
export const toTrustedKeysFile = (paths: StackPaths): string => join(paths.secrets, 'trusted-keys.json');

/** Made once; the set of trusted keys is written anew at each start. Comes after `ensureSigningKey`. */
export async function ensureGatewayKey(paths: StackPaths): Promise<void> {
  const file = toGatewayKeyFile(paths);
  let key = (await readJsonFile(file)) as JWK | undefined; // Written below alone.
  if (key === undefined) {
    key = (await createKeyPair()).privateJwk;
    await writeJsonFile(file, key, { mode: 0o600 });
  }
  const { d: _private, ...publicJwk } = key;
  const { keys } = (await readJsonFile(toJwksFile(paths))) as { keys: JWK[] }; // Of `ensureSigningKey`.
  await writeJsonFile(toTrustedKeysFile(paths), { keys: [{ ...publicJwk, use: 'sig' }, ...keys] }, { mode: 0o600 });
}
