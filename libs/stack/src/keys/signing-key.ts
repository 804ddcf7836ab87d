import type { JWK } from 'jose';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import type { StackPaths } from '../state/stack-paths.ts';
import { createKeyPair } from './create-key-pair.ts';
import { toJwksFile, toKeyFile } from './embedded-auth.ts';

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
