import type { FastifyInstance } from 'fastify';
import type { Provider } from '../providers/provider.ts';
import { addBackChannelLogout } from './back-channel-logout.ts';
import { addCallback } from './come-back.ts';
import { addSignIn } from './leave-for-provider.ts';
import { addSessionRoutes } from './session-routes.ts';
import type { SignInContext } from './sign-in-context.ts';

/** Everything under `/auth`. What is said there is of one person at one moment: nobody keeps it. */
export function registerSignIn(scope: FastifyInstance, providers: readonly Provider[], context: SignInContext | undefined): void {
  scope.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  scope.get('/auth/providers', (_request, reply) =>
    reply.send({ providers: providers.map(({ settings }) => describe(settings)) }),
  );
  if (context === undefined) {
    scope.get('/auth/session', (_request, reply) => reply.send({ signedIn: false }));
    return;
  }
  addSignIn(scope, context);
  addCallback(scope, context);
  addSessionRoutes(scope, context);
  addBackChannelLogout(scope, context);
}

/** Where one can sign in, for pages that offer it and for `motcua login`. */
const describe = ({ name, title, issuer, signIn, deviceClientId }: Provider['settings']) => ({
  name,
  title: title ?? name,
  issuer,
  signIn: signIn !== undefined,
  ...(deviceClientId === undefined ? {} : { deviceClientId }),
});
