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
