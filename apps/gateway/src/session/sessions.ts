import { randomUUID } from 'node:crypto';
import type { Person } from '../providers/person.ts';
import { KnownSessions } from './known-sessions.ts';
import { OpenStreams } from './open-streams.ts';
import type { Revocations } from './revocations.ts';
import type { LogoutToken, SessionEndsStore } from './session-ends.store.ts';
import { REFRESH_MS, type SessionRefresh } from './session-refresh.ts';
import { createSessionSecret, toIdHash } from './session-secret.ts';
import type { SessionStore } from './session-store.ts';
import { isAlive, LONGEST_MS, type ProviderTokens, type Session } from './session.ts';

/** How late the end of a session may be noticed by a replica that nobody told of it. */
export const RECHECK_MS = 1_000;
/** A session's last use is written down no more often than this. */
const TOUCH_MS = 60_000;

export interface SessionsOptions {
  readonly store: SessionStore;
  readonly ends: SessionEndsStore;
  readonly refresh: SessionRefresh;
  readonly now: () => number;
  /** Told of those that end here. */
  readonly announce: Revocations['announce'];
}

/** Who signed in, for `start`. */
export interface NewSession {
  readonly provider: string;
  readonly providerSubject: string;
  readonly providerSid: string | undefined;
  readonly person: Person;
  readonly tokens: ProviderTokens;
  /** How long the provider's access token lives: all that a session without a refresh token may last. */
  readonly expiresInSeconds: number | undefined;
}

/** The sessions of browsers: begun, found, moved to another post, ended. */
export class Sessions {
  readonly streams = new OpenStreams();
  readonly #known = new KnownSessions(RECHECK_MS);

  constructor(private readonly options: SessionsOptions) {}

  /** @returns the secret for the cookie: always a new one, whatever the browser came with */
  async start({ tokens, expiresInSeconds, person, ...signedIn }: NewSession): Promise<{ secret: string; session: Session }> {
    const secret = createSessionSecret();
    const now = this.options.now();
    const lastsMs = tokens.refreshToken === undefined ? (expiresInSeconds ?? REFRESH_MS / 1_000) * 1_000 : LONGEST_MS;
    const [only, ...others] = person.posts;
    const at = new Date(now);
    const session: Session = {
      ...{
        ...signedIn,
        person,
        idHash: toIdHash(secret),
        sid: randomUUID(),
        post: others.length === 0 ? only : undefined,
        isWall: false,
      },
      ...{ startedAt: at, seenAt: at, refreshedAt: at, refreshAt: new Date(now + REFRESH_MS) },
      endsAt: new Date(now + Math.min(lastsMs, LONGEST_MS)),
    };
    await this.options.store.add(session, tokens);
    return { secret, session };
  }

  /** The session of a cookie, where it is not over; refreshed when it is time. @param isUse whether this keeps it from becoming idle */
  async find(secret: string, isUse = true): Promise<Session | undefined> {
    const { store, refresh, now } = this.options;
    const idHash = toIdHash(secret);
    const session = this.#known.find(idHash, now()) ?? (await store.find(idHash));
    if (session === undefined) return undefined;
    const current = isAlive(session, now()) ? await refresh.refresh(session) : undefined;
    if (current === undefined) {
      await this.end(session);
      return undefined;
    }
    return this.#keep(current, isUse);
  }

  async #keep(session: Session, isUse: boolean): Promise<Session> {
    const nowMs = this.options.now();
    const isDue = isUse && nowMs - session.seenAt.getTime() >= TOUCH_MS;
    const used = isDue ? { ...session, seenAt: new Date(nowMs) } : session;
    if (isDue) await this.options.store.touch(session.idHash, used.seenAt);
    this.#known.keep(used, nowMs);
    return used;
  }

  /**
   * Goes on in another post, or at a wall.
   *
   * @returns the new secret; undefined where the session has ended meanwhile
   */
  async move({ idHash }: Session, to: Pick<Session, 'post' | 'isWall'>): Promise<string | undefined> {
    const secret = createSessionSecret();
    const isMoved = await this.options.store.move(idHash, { ...to, idHash: toIdHash(secret), now: new Date(this.options.now()) });
    await this.#tell([idHash]);
    return isMoved ? secret : undefined;
  }

  async end({ idHash }: Pick<Session, 'idHash'>): Promise<void> {
    await this.#tell([...(await this.options.ends.endOne(idHash)), idHash]);
  }

  async endBySecret(secret: string): Promise<void> {
    await this.end({ idHash: toIdHash(secret) });
  }

  async endEverywhere({ provider, providerSubject }: Pick<Session, 'provider' | 'providerSubject'>): Promise<void> {
    await this.#tell(await this.options.ends.endOfSubject(provider, providerSubject));
  }

  async endOfProviderSession(provider: string, providerSid: string): Promise<void> {
    await this.#tell(await this.options.ends.endOfProviderSession(provider, providerSid));
  }

  /** @returns whether this logout token is shown for the first time */
  spend(token: LogoutToken): Promise<boolean> {
    return this.options.ends.spend(token);
  }

  /** What the provider takes as a sign that it is this person who signs out. */
  async findIdToken({ idHash }: Pick<Session, 'idHash'>): Promise<string | undefined> {
    return (await this.options.store.findTokens(idHash))?.idToken;
  }

  async sweep(): Promise<void> {
    await this.#tell(await this.options.ends.sweep(new Date(this.options.now())));
  }

  /** Closes what is open in sessions that ended without anybody telling, and keeps the others' people up to date. */
  async recheckStreams(): Promise<void> {
    const open = this.streams.sessions;
    if (open.length === 0) return;
    const { store, refresh, now } = this.options;
    const alive = await store.listAlive(open, new Date(now()));
    const remaining = await Promise.all(
      alive.map(async (session) => ((await refresh.refresh(session)) === undefined ? session : session.idHash)),
    );
    for (const session of remaining) if (typeof session !== 'string') await this.end(session);
    const kept = new Set(remaining.filter((one) => typeof one === 'string'));
    for (const idHash of open) if (!kept.has(idHash)) this.forget([idHash]);
  }

  /** What ended elsewhere ends here. */
  forget(idHashes: readonly string[]): void {
    for (const idHash of new Set(idHashes)) {
      this.#known.forget(idHash);
      this.streams.endOf(idHash);
    }
  }

  async #tell(idHashes: readonly string[]): Promise<void> {
    if (idHashes.length === 0) return;
    this.forget(idHashes);
    await this.options.announce(idHashes);
  }
}
