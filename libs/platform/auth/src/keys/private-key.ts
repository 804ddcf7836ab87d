import { importJWK, type CryptoKey } from 'jose';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** As a private key of ours is written; its public half, with the same `kid`, is known to whoever verifies. */
const PrivateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().min(1),
  x: z.string(),
  y: z.string(),
  d: z.string().min(1),
});

export interface PrivateKey {
  readonly kid: string;
  readonly key: CryptoKey | Uint8Array;
  readonly publicJwk: Readonly<Record<string, string>>;
}

interface KeyNames {
  /** For people, `service key`. */
  readonly what: string;
  /** The variable that names the file. */
  readonly variable: string;
}

/**
 * The private ES256 keys of a file: one JWK, or a key set whose first one signs.
 *
 * @throws where the file is not there or holds anything else; the message names the file, never what is in it
 */
export async function readPrivateKeys(path: string, names: KeyNames): Promise<readonly [PrivateKey, ...PrivateKey[]]> {
  const content = parseJson(path, await readText(path, names), names);
  const stored = isKeySet(content) ? content.keys : [content];
  const [first, ...others] = await Promise.all(stored.map((jwk) => toKey(path, jwk, names)));
  if (first === undefined) throw unusable(path, names, 'every key');
  return [first, ...others];
}

const isKeySet = (content: unknown): content is { keys: unknown[] } =>
  typeof content === 'object' && content !== null && 'keys' in content && Array.isArray(content.keys);

async function toKey(path: string, content: unknown, names: KeyNames): Promise<PrivateKey> {
  const jwk = PrivateJwk.safeParse(content);
  if (!jwk.success) throw unusable(path, names, jwk.error.issues.map(({ path: at }) => at.join('.') || 'the file').join(', '));
  const { d: _private, ...publicJwk } = jwk.data;
  return {
    kid: publicJwk.kid,
    key: await importJWK(jwk.data, 'ES256'),
    publicJwk: { ...publicJwk, alg: 'ES256', use: 'sig' },
  };
}

async function readText(path: string, { what, variable }: KeyNames): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(`The ${what} "${path}" cannot be read: set ${variable} to the path of a private JWK.`, { cause });
  }
}

function parseJson(path: string, text: string, names: KeyNames): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message would quote the key.
    throw unusable(path, names, 'the file');
  }
}

const unusable = (path: string, { what }: KeyNames, wrong: string): Error =>
  new Error(`The ${what} "${path}" is no private JWK (EC, P-256) with a kid; wrong or missing: ${wrong}.`);
