import type { Session } from '../session/session.ts';
import type { AccessTokens } from '../tokens/access-tokens.ts';

const ANSWER_WITHIN_MS = 5_000;

export interface OwnProvider {
  /** Its name among the providers. */
  readonly name: string;
  /** Where it is, on the inside. */
  readonly url: string;
  readonly tokens: Pick<AccessTokens, 'get'>;
}

/**
 * Signs the person of a session out of everything that the provider behind us has given them, in their own name: a command line goes on by
 * itself otherwise, and nobody but the provider can refuse its refresh token.
 *
 * @throws where that could not be done
 */
export async function endAtOwnProvider({ person, post, sid }: Session, { url, tokens }: OwnProvider): Promise<void> {
  const as = post ?? person.posts[0];
  if (as === undefined) throw new Error('Nobody has a session without a post.');
  const answer = await fetch(new URL('/v1/accounts/me/sign-out-everywhere', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokens.get({ sub: person.sub, ...as, sid })}` },
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The provider answered ${answer.status}.`);
}
