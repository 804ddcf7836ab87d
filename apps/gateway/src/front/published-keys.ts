import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The public members of EC, RSA and OKP keys. Whatever else a key file holds stays in it. */
const PublicKey = z.object({
  kty: z.string(),
  kid: z.string().optional(),
  alg: z.string().optional(),
  use: z.string().optional(),
  crv: z.string().optional(),
  x: z.string().optional(),
  y: z.string().optional(),
  n: z.string().optional(),
  e: z.string().optional(),
});
const KeySet = z.object({ keys: z.array(PublicKey) });
export type KeySet = z.infer<typeof KeySet>;

/** The key set tokens are checked against, of a file or an http(s) URL, without any private member. */
export async function readPublishedKeys(location: string): Promise<KeySet> {
  const isUrl = /^https?:\/\//.test(location);
  const content: unknown = isUrl ? await (await fetch(location)).json() : JSON.parse(await readFile(location, 'utf8'));
  return KeySet.parse(content);
}
