import { z } from 'zod';

/** 32 bytes in base64. */
export const Key256 = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine(({ length }) => length === 32, 'must be 32 bytes in base64');

/** `{"active":"k2","keys":{"k1":"<base64>","k2":"<base64>"}}`: the active key writes, every key reads. */
export const KeyRing = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('must be JSON: {"active":"k1","keys":{"k1":"<32 bytes in base64>"}}');
      return z.NEVER;
    }
  })
  .pipe(z.object({ active: z.string().min(1), keys: z.record(z.string(), Key256) }))
  .refine(({ active, keys }) => active in keys, 'the active key must be among the keys');
export type KeyRing = z.output<typeof KeyRing>;

/** The id of a hash key that is given alone, without one: rows that were hashed before there were several say it too. */
const FIRST_HASH_KEY = 'h1';

/**
 * Keys of the hashes by which applicants are found (`APPLICANT_HASH_KEY`): one key in base64, or several as `APPLICANT_KEYS` has them. The active one hashes;
 * what is searched for is looked up under each, until `motcua keys rotate` has hashed all rows anew.
 */
export const HashKeys = z.union([
  KeyRing,
  Key256.transform((key): KeyRing => ({ active: FIRST_HASH_KEY, keys: { [FIRST_HASH_KEY]: key } })),
]);
export type HashKeys = z.output<typeof HashKeys>;
