import { z } from 'zod';

/** How much a key is used: `GET /v1/applicant-keys`, `GET /v1/reason-keys`, `GET /v1/file-keys`. */
export const KeysInUse = z
  .object({
    uses: z.array(
      z.object({
        what: z.string().describe('What it opens or names, as a code.'),
        variable: z.string().describe('The setting that holds the key.'),
        keyId: z.string().nullable().describe('The key; null: none, it lies in clear or is not asked for yet.'),
        isActive: z.boolean().describe('New ones are written with it.'),
        count: z.number().int().describe('How many.'),
      }),
    ),
  })
  .describe('Which keys are in use, and for how much.')
  .meta({ id: 'KeysInUse' });
export type KeysInUse = z.infer<typeof KeysInUse>;

/** `POST /v1/applicant-keys/rotation`, `POST /v1/reason-keys/rotation`, `POST /v1/file-keys/rotation` */
export const RotateKeys = z
  .strictObject({
    cursor: z.string().max(500).optional().describe('Where the answer before this one stopped; absent: from the beginning.'),
  })
  .describe('Write anew, with the active keys, what older keys have written; a few seconds of it.');
export type RotateKeys = z.infer<typeof RotateKeys>;

export const KeyRotation = z
  .object({
    rotated: z.number().int().describe('How many were written anew by this request.'),
    failed: z.number().int().describe('How many could not be; the log says why. They keep their key.'),
    next: z.string().nullable().describe('Go on from here; null: the end was reached.'),
  })
  .describe('A part of a rotation.')
  .meta({ id: 'KeyRotation' });
export type KeyRotation = z.infer<typeof KeyRotation>;
