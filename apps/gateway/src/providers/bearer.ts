import type { Person } from './person.ts';

/** Somebody who shows an access token, with what can end it before its time. */
export interface Bearer {
  readonly person: Person;
  /** The provider's name here. */
  readonly provider: string;
  /** What the provider calls them (`sub`). */
  readonly subject: string;
  /** The sign-in that the token belongs to, where the provider says so (`sid`). */
  readonly sid: string | undefined;
  /** By the provider's clock, as `expiresAt`. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}
