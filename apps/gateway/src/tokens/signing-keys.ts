import { readPrivateKeys, type PrivateKey } from '@motcua/auth';

export interface SigningKeys {
  /** Signs now. */
  readonly active: PrivateKey;
  /** What services verify with: the public half of every key of the file, so that a new key is known before it signs. */
  readonly published: { readonly keys: readonly Readonly<Record<string, string>>[] };
}

/** @param path of `GATEWAY_SIGNING_KEY`: a private JWK (ES256), or a key set whose first one signs */
export async function readSigningKeys(path: string): Promise<SigningKeys> {
  const keys = await readPrivateKeys(path, { what: 'signing key', variable: 'GATEWAY_SIGNING_KEY' });
  return { active: keys[0], published: { keys: keys.map(({ publicJwk }) => publicJwk) } };
}
