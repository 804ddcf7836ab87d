import type { Actor } from '../actor.ts';

/** What one service may ask of another: a scope stands for the routes that bear it. */
export const scopes = [
  'contact:read',
  'applicant-ref:read',
  'ratings:read',
  'institutional-figures:read',
  'board:read',
  'one-time-code:send',
] as const;
export type Scope = (typeof scopes)[number];

/** What each service of the product asks of the others, and so what its key is given. */
export const serviceScopes = {
  'dossier-intake': ['one-time-code:send'],
  'kpi-aggregator': ['ratings:read', 'institutional-figures:read'],
  notification: ['contact:read', 'board:read'],
  'digitization-tracker': ['applicant-ref:read'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

/** A service that asks. It has no role and no unit: a route lets it in by a scope, or does not. */
export interface ServicePrincipal {
  readonly service: string;
  readonly scopes: readonly string[];
}

/** Whoever a route lets in. */
export type Caller = Actor | ServicePrincipal;

export const isService = (caller: Caller): caller is ServicePrincipal => 'service' in caller;

/** No identity provider of people has this name: a token of the one kind is never one of the other. */
export const serviceIssuer = 'urn:motcua:services';
/** `typ` of the header of a service's token (RFC 8725, 3.11). */
export const serviceTokenType = 'motcua-service+jwt';
/** A token is for one service alone: whoever is asked cannot ask another with it. */
export const toServiceAudience = (name: string): string => `urn:motcua:service:${name}`;
