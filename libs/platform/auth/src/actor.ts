import { z } from 'zod';

export const roles = ['counter', 'specialist', 'head', 'leader', 'admin', 'system'] as const;
export type Role = (typeof roles)[number];

/** Who is asking. Without a unit an admin or system reaches everything; everybody else has one. */
export interface Actor {
  readonly sub: string;
  readonly role: Role;
  readonly unit?: string;
}

/** The claims of an access token that we read. */
export const ActorClaims = z
  .object({ sub: z.string().min(1), role: z.enum(roles), unit: z.string().min(1).optional() })
  .refine(({ role, unit }) => unit !== undefined || role === 'admin' || role === 'system', {
    message: 'the role needs a unit',
    path: ['unit'],
  })
  .transform(({ sub, role, unit }): Actor => (unit === undefined ? { sub, role } : { sub, role, unit }));

/**
 * Who asks, as one text: the subject in one role at one unit. What is remembered for a caller (answers by Idempotency-Key) is kept
 * under it, so that nobody is given what another one may see.
 */
export const identityOf = ({ sub, role, unit }: Actor): string => `${sub} ${role} ${unit ?? '*'}`;
