import { buildEndSessionUrl } from 'openid-client';
import type { Session } from '../session/session.ts';
import type { SignInContext } from './sign-in-context.ts';

/**
 * RP-initiated logout at the provider; our own first page where the provider has none, or does not answer: whoever signs out must not be
 * kept signed in by that.
 */
export async function toSignOutAddress(
  session: Session,
  { providers, sessions, publicUrl, logger }: SignInContext,
): Promise<string> {
  const home = `${publicUrl}/`;
  try {
    const client = await providers.get(session.provider)?.getClient();
    if (client?.serverMetadata().end_session_endpoint === undefined) return home;
    const idToken = await sessions.findIdToken(session);
    const hint = idToken === undefined ? {} : { id_token_hint: idToken };
    return buildEndSessionUrl(client, { ...hint, post_logout_redirect_uri: home }).href;
  } catch (err) {
    logger.warn({ provider: session.provider, err }, 'the provider was not told of a sign-out');
    return home;
  }
}
