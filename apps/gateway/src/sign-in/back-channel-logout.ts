import type { FastifyInstance } from 'fastify';
import { decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';
import type { SignInProvider } from '../providers/provider.ts';
import type { SignInContext } from './sign-in-context.ts';
import { badLogoutToken } from './sign-in-problems.ts';

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
/** How old a token may be: it is sent at once. */
const LONGEST_AGE = '5m';

/** OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6. A `nonce` would make an ID token of it. */
const LogoutClaims = z
  .object({
    jti: z.string().min(1).max(200),
    exp: z.number(),
    iat: z.number(),
    sub: z.string().min(1).optional(),
    sid: z.string().min(1).optional(),
    events: z.object({ [logoutEvent]: z.looseObject({}) }),
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => (sub ?? sid) !== undefined, 'names neither a person nor a session');

/** `POST /auth/back-channel-logout`: a provider says that somebody is signed out, disabled, or gone. */
export function addBackChannelLogout(scope: FastifyInstance, { sessions, bearers, providers, logger }: SignInContext): void {
  scope.post<{ Body: { logout_token?: unknown } | undefined }>('/auth/back-channel-logout', async ({ body, id }, reply) => {
    const token = body?.logout_token;
    try {
      if (typeof token !== 'string') throw new Error('There is no logout_token.');
      const provider = findProvider(token, providers);
      const claims = await verify(token, provider);
      const { name } = provider.settings;
      const isFirst = await sessions.spend({ provider: name, jti: claims.jti, expiresAt: new Date(claims.exp * 1_000) });
      if (!isFirst) throw new Error('This one was shown before.');
      await end(name, claims, { sessions, bearers });
      return await reply.header('cache-control', 'no-store').send({});
    } catch (error) {
      logger.warn({ err: error, requestId: id }, 'a logout token was refused');
      throw badLogoutToken(error);
    }
  });
}

/** Sessions of browsers and access tokens alike: a provider's session may have given both. */
async function end(
  provider: string,
  { sid, sub = '', iat }: z.infer<typeof LogoutClaims>,
  { sessions, bearers }: Pick<SignInContext, 'sessions' | 'bearers'>,
): Promise<void> {
  if (sid === undefined) {
    await sessions.endEverywhere({ provider, providerSubject: sub });
    await bearers.endSubject(provider, sub, new Date(iat * 1_000));
  } else {
    await sessions.endOfProviderSession(provider, sid);
    await bearers.endSession(provider, sid);
  }
}

function findProvider(token: string, providers: ReadonlyMap<string, SignInProvider>): SignInProvider {
  // Not verified yet: this only says whose keys it has to be verified with.
  const { iss } = decodeJwt(token);
  const provider = [...providers.values()].find(({ settings }) => settings.issuer === iss);
  if (provider === undefined) throw new Error('No provider has this issuer.');
  return provider;
}

async function verify(token: string, { settings, keys }: SignInProvider): Promise<z.infer<typeof LogoutClaims>> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: settings.issuer,
    audience: settings.signIn.clientId,
    algorithms: settings.algorithms,
    clockTolerance: settings.clockToleranceSeconds,
    maxTokenAge: LONGEST_AGE,
    requiredClaims: ['iat', 'exp', 'jti', 'events'],
  });
  // The specification recommends the type and asks nobody for it: Keycloak writes JWT. The event is what no other token has.
  if (!['logout+jwt', 'jwt', undefined].includes(protectedHeader.typ?.toLowerCase())) throw new Error('It is no logout token.');
  return LogoutClaims.parse(payload);
}
