export const ROLES = ['counter', 'specialist', 'head', 'leader', 'delegation', 'auditor', 'admin', 'source'] as const;
export type Role = (typeof ROLES)[number];

export interface TokenRequest {
  readonly role: Role;
  /** Unit code; without it the token is good for every unit, which only `admin` may have. */
  readonly unit?: string | undefined;
  /** Of role `source`: the URN of the legacy system. */
  readonly source?: string | undefined;
  /** Who it is; `motcua-cli` without it. */
  readonly subject?: string | undefined;
}

export const AUTH_ISSUER = 'motcua';
export const AUTH_AUDIENCE = 'motcua';
