import type { Logger } from '@motcua/observability';
import type { SignInProvider } from '../providers/provider.ts';
import { isRefusal, readSignedIn, refreshSignedIn } from '../providers/signed-in.ts';
import { holdsPost } from '../providers/training.ts';
import type { SessionStore } from './session-store.ts';
import type { ProviderTokens, Session } from './session.ts';

/** How often a provider is asked whether somebody still is who they were. */
export const REFRESH_MS = 5 * 60_000;
/** A provider that does not answer is asked again this soon, and the session goes on, but not for longer than a quarter of an hour. */
const AGAIN_MS = 30_000;
const LONGEST_WITHOUT_MS = 15 * 60_000;

export interface SessionRefreshOptions {
  readonly store: SessionStore;
  readonly providers: ReadonlyMap<string, SignInProvider>;
  readonly logger: Logger;
  readonly now: () => number;
}

/**
 * Asks the provider anew, with the refresh token, who the person of a session is and which posts they hold. The session ends where the
 * provider refuses, where the person has no post any more, and where nobody could be asked for too long.
 */
export class SessionRefresh {
  constructor(private readonly options: SessionRefreshOptions) {}

  /** @returns the session as it is now; undefined: it has to end */
  async refresh(session: Session): Promise<Session | undefined> {
    const { store, providers, now } = this.options;
    if (session.refreshAt.getTime() > now()) return session;
    const provider = providers.get(session.provider);
    if (provider === undefined) return undefined; // Taken out of the configuration.
    const at = new Date(now());
    const next = new Date(now() + REFRESH_MS);
    const tokens = await store.claimRefresh(session.idHash, at, next);
    // Another replica, or another request, is at it.
    if (tokens === undefined) return session;
    // A provider that gives none is asked for nothing; such a session is as short as its access token (see `startSession`).
    if (tokens.refreshToken === undefined) return { ...session, refreshAt: next };
    return this.#ask(session, provider, { ...tokens, refreshToken: tokens.refreshToken });
  }

  async #ask(
    session: Session,
    provider: SignInProvider,
    tokens: ProviderTokens & { refreshToken: string },
  ): Promise<Session | undefined> {
    const { store, logger, now } = this.options;
    try {
      const answer = await refreshSignedIn(provider, tokens.refreshToken);
      const { person, subject } = (await readSignedIn(provider, answer)) ?? {
        person: session.person,
        subject: session.providerSubject,
      };
      if (subject !== session.providerSubject || person.posts.length === 0) return undefined;
      const { post } = session;
      const isKept = post === undefined || holdsPost(person, post);
      // Who has lost the post they were in does not slip into another one.
      if (!isKept) return undefined;
      const refreshed = { ...session, person, refreshedAt: new Date(now()), refreshAt: new Date(now() + REFRESH_MS) };
      const kept = { refreshToken: answer.refresh_token ?? tokens.refreshToken, idToken: answer.id_token ?? tokens.idToken };
      await store.keepRefreshed(refreshed, kept);
      return refreshed;
    } catch (error) {
      if (isRefusal(error)) return undefined;
      logger.warn({ provider: provider.settings.name, err: error }, 'a session could not be refreshed');
      if (now() - session.refreshedAt.getTime() > LONGEST_WITHOUT_MS) return undefined;
      await store.retryRefresh(session.idHash, new Date(now() + AGAIN_MS));
      return { ...session, refreshAt: new Date(now() + AGAIN_MS) };
    }
  }
}
