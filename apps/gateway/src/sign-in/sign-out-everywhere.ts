import type { Session } from '../session/session.ts';
import { endAtOwnProvider } from './end-at-own-provider.ts';
import type { SignInContext } from './sign-in-context.ts';
import { signOutIncomplete } from './sign-in-problems.ts';
import { toSignOutAddress } from './sign-out-address.ts';

/**
 * Ends all sessions of a person and all access tokens that they have now; and at the provider behind us the refresh tokens of their command lines.
 * Those of another provider are that one's to end: with them new access tokens can be had.
 *
 * @returns where their browser goes on
 * @throws ProblemError 503 `auth.sign-out-incomplete`
 */
export async function signOutEverywhere(session: Session, context: SignInContext): Promise<string> {
  const { sessions, ownProvider, publicUrl } = context;
  if (session.provider !== ownProvider?.name) {
    const location = await toSignOutAddress(session, context);
    await sessions.endEverywhere(session);
    await endTokens(session, context);
    return location;
  }
  await sessions.endEverywhere(session);
  try {
    // It tells us of each sign-in that it has ended, and has nothing left to be asked for by the browser.
    await endAtOwnProvider(session, ownProvider);
    return `${publicUrl}/`;
  } catch (cause) {
    await endTokens(session, context);
    throw signOutIncomplete(cause);
  }
}

/** By our clock, which the provider's may be ahead of. */
async function endTokens({ provider, providerSubject }: Session, { bearers, providers, now }: SignInContext): Promise<void> {
  const toleranceMs = (providers.get(provider)?.settings.clockToleranceSeconds ?? 0) * 1_000;
  await bearers.endSubject(provider, providerSubject, new Date(now() + toleranceMs));
}
