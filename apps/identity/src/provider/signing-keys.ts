import { readFileSync } from 'node:fs';
import { z } from 'zod';

const SigningKeys = z.looseObject({
  keys: z
    .array(
      z.looseObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        kid: z.string().min(1),
        x: z.string(),
        y: z.string(),
        d: z.string(),
      }),
    )
    .min(1),
});

/**
 * The keys that sign tokens: the first does, the others are published for tokens that they signed before. To change keys put a new one first, and
 * take the old one away a day later.
 *
 * @throws where the file is not there, or holds something else
 */
export function readSigningKeys(file: string) {
  const { keys } = SigningKeys.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { keys: keys.map((key) => ({ ...key, alg: 'ES256', use: 'sig' as const })) };
}
