import { z } from 'zod';

/**
 * What somebody is. A delegation reads figures, reports and their evidence in the subtree of its unit; an auditor reads who did what,
 * and no dossier.
 */
export const roles = ['counter', 'specialist', 'head', 'leader', 'delegation', 'auditor', 'admin', 'source'] as const;
export type Role = (typeof roles)[number];

/** Who is asking: a person in one role, or a legacy system (`source`). Only an admin may be bound to no unit, and then reaches everything. */
export interface Actor {
  readonly sub: string;
  readonly role: Role;
  readonly unit?: string;
  /** Of role `source` alone: the CloudEvents `source` of what it reports. Its `unit` is the root of the subtree it reports about. */
  readonly source?: string;
}

/** A legacy system: what it reports bears its own URN, and belongs to units of its own subtree. */
export type SourceActor = Actor & { readonly role: 'source'; readonly unit: string; readonly source: string };

export const isSource = (actor: Actor): actor is SourceActor =>
  actor.role === 'source' && actor.unit !== undefined && actor.source !== undefined;

/** A URN; or another URI, as legacy systems that reported before may have called themselves. */
const SourceUri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i);

/** The claims of an access token that we read. */
export const ActorClaims = z
  .object({
    sub: z.string().min(1),
    role: z.enum(roles),
    unit: z.string().min(1).optional(),
    source: SourceUri.optional(),
  })
  .refine(({ role, unit }) => unit !== undefined || role === 'admin', { message: 'the role needs a unit', path: ['unit'] })
  .refine(({ role, source }) => (source !== undefined) === (role === 'source'), {
    message: 'the role "source" needs a source, and no other has one',
    path: ['source'],
  })
  .transform(({ sub, role, unit, source }): Actor => ({
    sub,
    role,
    ...(unit === undefined ? {} : { unit }),
    ...(source === undefined ? {} : { source }),
  }));

/**
 * Who asks, as one text: the subject in one role at one unit. What is remembered for a caller (answers by Idempotency-Key) is kept
 * under it, so that nobody is given what another one may see.
 */
export const identityOf = ({ sub, role, unit, source }: Actor): string =>
  [sub, role, unit ?? '*', ...(source === undefined ? [] : [source])].join(' ');
