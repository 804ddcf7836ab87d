import type { Person, Post } from '../providers/person.ts';

/** Without a request of the person's own for so long, a session ends: somebody left their place. What a page asks by itself is none. */
export const IDLE_MS = 30 * 60_000;
/** And after so long in any case: a working day with its overtime. */
export const LONGEST_MS = 12 * 3_600_000;

/** Somebody who has signed in with a browser. */
export interface Session {
  /** SHA-256 of the secret in the cookie, hex. */
  readonly idHash: string;
  /** Names it to people and services, and opens nothing. Stays when the post is changed. */
  readonly sid: string;
  readonly provider: string;
  /** Who it is to the provider, and its session there. */
  readonly providerSubject: string;
  readonly providerSid: string | undefined;
  readonly person: Person;
  /** Not chosen yet where there are several. */
  readonly post: Post | undefined;
  /** Left at a screen on a wall: it does not become idle, and reads the board alone. */
  readonly isWall: boolean;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
  /** When the provider is asked anew whether this person still is who they were. */
  readonly refreshAt: Date;
  readonly refreshedAt: Date;
}

/** What the provider gave, kept sealed. */
export interface ProviderTokens {
  readonly refreshToken?: string | undefined;
  readonly idToken?: string | undefined;
}

export const idleEndOf = ({ seenAt }: Pick<Session, 'seenAt'>): Date => new Date(seenAt.getTime() + IDLE_MS);

export const isAlive = (session: Pick<Session, 'seenAt' | 'endsAt' | 'isWall'>, nowMs: number): boolean =>
  (session.isWall || idleEndOf(session).getTime() > nowMs) && session.endsAt.getTime() > nowMs;
