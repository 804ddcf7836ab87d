import { Key256, KeyRing } from '@motcua/config';
import { z } from 'zod';

/** The active key writes, every key reads. */
export const ApplicantKeys = KeyRing;
export type ApplicantKeys = KeyRing;

/** The id of a hash key that is given alone, without one: rows that were hashed before there were several say it too. */
const FIRST_HASH_KEY = 'h1';

/**
 * Keys of the hashes by which applicants are found: one key in base64, or several as `APPLICANT_KEYS` has them. The active one hashes;
 * what is searched for is looked up under each, until `motcua keys rotate` has hashed all rows anew.
 */
export const HashKeys = z.union([
  KeyRing,
  Key256.transform((key): KeyRing => ({ active: FIRST_HASH_KEY, keys: { [FIRST_HASH_KEY]: key } })),
]);
