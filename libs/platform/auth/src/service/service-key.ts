import { importJWK, type CryptoKey } from 'jose';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A private key as it is written for `SERVICE_KEY`; its public half, with the same `kid`, stands in `SERVICE_KEYS` of the services called. */
const PrivateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().min(1),
  x: z.string(),
  y: z.string(),
  d: z.string().min(1),
});

export interface ServiceKey {
  readonly kid: string;
  readonly key: CryptoKey | Uint8Array;
}

/** @throws where the file is not there or holds no private ES256 key; the message names the file, never what is in it */
export async function readServiceKey(path: string): Promise<ServiceKey> {
  const jwk = PrivateJwk.safeParse(parseJson(path, await readText(path)));
  if (!jwk.success) throw unusable(path, jwk.error.issues.map(({ path: at }) => at.join('.') || 'the file').join(', '));
  return { kid: jwk.data.kid, key: await importJWK(jwk.data, 'ES256') };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(`The service key "${path}" cannot be read: set SERVICE_KEY to the path of a private JWK.`, { cause });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message would quote the key.
    throw unusable(path, 'the file');
  }
}

const unusable = (path: string, what: string): Error =>
  new Error(`The service key "${path}" is no private JWK (EC, P-256) with a kid; wrong or missing: ${what}.`);
