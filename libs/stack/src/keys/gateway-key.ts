import type { JWK } from 'jose';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import { createKeyPair } from './create-key-pair.ts';

/** What the gateway signs for services with. */
export const toGatewayKeyFile = (paths: StackPaths): string => join(paths.secrets, 'gateway-key.jwk.json');
/** Whom services trust: the gateway alone. */
export const toTrustedKeysFile = (paths: StackPaths): string => join(paths.secrets, 'trusted-keys.json');

/** Of earlier versions, whose commands signed their own tokens: nobody takes such a token any more. */
const former = ['signing-key.jwk.json', 'jwks.json'];

/** Made once; the set of trusted keys is written anew at each start. */
export async function ensureGatewayKey(paths: StackPaths): Promise<void> {
  const file = toGatewayKeyFile(paths);
  let key = (await readJsonFile(file)) as JWK | undefined; // Written below alone.
  if (key === undefined) {
    key = (await createKeyPair()).privateJwk;
    await writeJsonFile(file, key, { mode: 0o600 });
  }
  const { d: _private, ...publicJwk } = key;
  await writeJsonFile(toTrustedKeysFile(paths), { keys: [{ ...publicJwk, use: 'sig' }] }, { mode: 0o600 });
  await Promise.all(former.map((name) => rm(join(paths.secrets, name), { force: true })));
}
