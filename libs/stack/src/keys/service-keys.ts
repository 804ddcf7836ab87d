import { serviceScopes } from '@motcua/auth/services';
import type { JWK } from 'jose';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeyPair } from './create-key-pair.ts';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import type { StackPaths } from '../state/stack-paths.ts';

export type AskingService = keyof typeof serviceScopes;

/** The public keys of all services, each with whose it is and what it may ask for: for the services that are asked. */
export const toServiceKeysFile = (paths: StackPaths): string => join(paths.secrets, 'service-keys.json');
/** The private key of one service, for it alone. */
export const toServiceKeyFile = (paths: StackPaths, service: AskingService): string =>
  join(paths.secrets, `service-key-${service}.jwk.json`);

/**
 * A key for each service that asks another, made once. The key set is written anew at each start: the scopes are those of the program
 * that starts.
 */
export async function ensureServiceKeys(paths: StackPaths): Promise<void> {
  const keys: object[] = [];
  for (const [service, scopes] of Object.entries(serviceScopes)) {
    const publicJwk = await ensureKey(toServiceKeyFile(paths, service as AskingService)); // Its keys are the services.
    keys.push({ ...publicJwk, service, scopes });
  }
  await writeJsonFile(toServiceKeysFile(paths), { keys }, { mode: 0o600 });
  // Of an earlier version: one key for all of them, which nobody takes any more.
  await rm(join(paths.secrets, 'service-key.jwk.json'), { force: true });
}

/** @returns the public half */
async function ensureKey(file: string): Promise<JWK> {
  const known = (await readJsonFile(file)) as JWK | undefined; // Written below alone.
  if (known !== undefined) {
    const { d: _private, ...publicJwk } = known;
    return { ...publicJwk, use: 'sig' };
  }
  const { privateJwk, publicJwk } = await createKeyPair();
  await writeJsonFile(file, privateJwk, { mode: 0o600 });
  return publicJwk;
}
