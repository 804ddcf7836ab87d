import { ProblemError } from '@motcua/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorizationCodeGrant } from 'openid-client';
import { sendProblemPage } from '../front/problem-page.ts';
import { noPost } from '../providers/choose-post.ts';
import type { SignInProvider } from '../providers/provider.ts';
import { isRefusal, readSignedIn, type TokenAnswer } from '../providers/signed-in.ts';
import { findSessionSecret, toSessionCookie } from '../session/session-cookie.ts';
import { findAttempt, forgetAttemptCookie, type SignInAttempt } from './sign-in-attempt.ts';
import type { SignInContext } from './sign-in-context.ts';
import { providerAway, signInInterrupted } from './sign-in-problems.ts';

interface Callback {
  Querystring: { state?: unknown; code?: unknown; error?: unknown };
}

/** `GET /auth/callback`: the code is exchanged for tokens, and a new session begins, whatever session the browser came with. */
export function addCallback(scope: FastifyInstance, context: SignInContext): void {
  scope.get<Callback>('/auth/callback', async (request, reply) => {
    const state = typeof request.query.state === 'string' ? request.query.state : '';
    try {
      const { attempt, provider } = findOut(request, state, context);
      const answer = await exchange(request, { attempt, provider, context });
      const secret = await begin({ answer, provider, former: findSessionSecret(request.headers.cookie), context });
      const cookies = [toSessionCookie(secret), forgetAttemptCookie(state)];
      return await reply.header('set-cookie', cookies).redirect(attempt.to, 303);
    } catch (error) {
      const problem = error instanceof ProblemError ? error : signInInterrupted(error);
      context.logger.info({ code: problem.code, err: problem.cause, requestId: request.id }, 'a sign-in was not completed');
      sendProblemPage(request, reply.header('set-cookie', forgetAttemptCookie(state)), problem, 'sign-in');
      return reply;
    }
  });
}

function findOut({ headers }: FastifyRequest, state: string, { cipher, providers, now }: SignInContext) {
  const attempt = findAttempt(cipher, headers.cookie, { state, nowMs: now() });
  const provider = attempt === undefined ? undefined : providers.get(attempt.provider);
  if (attempt === undefined || provider === undefined) throw signInInterrupted();
  return { attempt, provider };
}

interface Returning {
  readonly attempt: SignInAttempt;
  readonly provider: SignInProvider;
  readonly context: SignInContext;
}

async function exchange({ url }: FastifyRequest, { attempt, provider, context }: Returning): Promise<TokenAnswer> {
  const client = await provider.getClient().catch((error: unknown) => {
    throw providerAway(error);
  });
  const expected = { expectedState: attempt.state, expectedNonce: attempt.nonce, pkceCodeVerifier: attempt.verifier };
  return authorizationCodeGrant(client, new URL(url, context.publicUrl), { ...expected, idTokenExpected: true }).catch(
    (error: unknown) => {
      throw isRefusal(error) ? signInInterrupted(error) : error;
    },
  );
}

interface Beginning {
  readonly answer: TokenAnswer;
  readonly provider: SignInProvider;
  /** Of the session that the browser had. */
  readonly former: string | undefined;
  readonly context: SignInContext;
}

/** @returns the secret of the new session. @throws ProblemError 403 `auth.no-post` */
async function begin({ answer, provider, former, context: { sessions } }: Beginning): Promise<string> {
  const signedIn = await readSignedIn(provider, answer);
  if (signedIn === undefined) throw signInInterrupted();
  if (signedIn.person.posts.length === 0) throw noPost();
  const { secret } = await sessions.start({
    provider: provider.settings.name,
    providerSubject: signedIn.subject,
    providerSid: signedIn.sid,
    person: signedIn.person,
    tokens: { refreshToken: answer.refresh_token, idToken: answer.id_token },
    expiresInSeconds: answer.expires_in,
  });
  if (former !== undefined) await sessions.endBySecret(former);
  return secret;
}
