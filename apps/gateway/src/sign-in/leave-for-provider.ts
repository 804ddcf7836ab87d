import type { FastifyInstance } from 'fastify';
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { SignInProvider } from '../providers/provider.ts';
import { toReturnPath } from './return-path.ts';
import { toAttemptCookie } from './sign-in-attempt.ts';
import { callbackPath, type SignInContext } from './sign-in-context.ts';
import { noSuchProvider, providerAway } from './sign-in-problems.ts';

/** `GET /auth/sign-in?to=/board&provider=tinh`: off to the provider, with a code challenge that only we can answer. */
export function addSignIn(scope: FastifyInstance, context: SignInContext): void {
  scope.get<{ Querystring: { to?: unknown; provider?: unknown } }>('/auth/sign-in', async ({ query }, reply) => {
    const { cipher, now } = context;
    const provider = findProvider(context, query.provider);
    const verifier = randomPKCECodeVerifier();
    const attempt = {
      ...{ provider: provider.settings.name, state: randomState(), nonce: randomNonce(), verifier },
      ...{ to: toReturnPath(query.to), startedAt: now() },
    };
    const client = await provider.getClient().catch((error: unknown) => {
      throw providerAway(error);
    });
    const url = buildAuthorizationUrl(client, {
      ...provider.settings.signIn.parameters,
      redirect_uri: `${context.publicUrl}${callbackPath}`,
      scope: provider.settings.signIn.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return reply.header('set-cookie', toAttemptCookie(cipher, attempt)).redirect(url.href, 303);
  });
}

function findProvider({ providers }: SignInContext, asked: unknown): SignInProvider {
  const names = [...providers.keys()];
  const provider = providers.get(asked === undefined ? (names[0] ?? '') : typeof asked === 'string' ? asked : '');
  if (provider === undefined) throw noSuchProvider(names);
  return provider;
}
