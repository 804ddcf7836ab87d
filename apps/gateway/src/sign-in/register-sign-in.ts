import type { FastifyInstance } from 'fastify';
import type { Door } from '../front/require-caller.ts';
import { ownProviderPath } from '../providers/own-provider.ts';
import type { Provider } from '../providers/provider.ts';
import { addBackChannelLogout } from './back-channel-logout.ts';
import { addCallerRoute } from './caller-route.ts';
import { addCallback } from './come-back.ts';
import { addSignIn } from './leave-for-provider.ts';
import { addSessionRoutes } from './session-routes.ts';
import type { SignInContext } from './sign-in-context.ts';

interface Registered {
  readonly providers: readonly Provider[];
  readonly verify: Door['verify'];
  /** Absent: nobody signs in by a browser. */
  readonly signIn: SignInContext | undefined;
  /** The issuer that lies behind us; absent: none does. */
  readonly ownIssuer: string | undefined;
}

/** Everything under `/auth`. What is said there is of one person at one moment: nobody keeps it. */
export function registerSignIn(scope: FastifyInstance, { providers, verify, signIn: context, ownIssuer }: Registered): void {
  scope.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  scope.get('/auth/providers', (_request, reply) =>
    reply.send({ providers: providers.map(({ settings }) => describe(settings, settings.issuer === ownIssuer)) }),
  );
  addCallerRoute(scope, verify);
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
const describe = ({ name, title, issuer, signIn, deviceClientId }: Provider['settings'], isOwn: boolean) => ({
  name,
  title: title ?? name,
  issuer,
  signIn: signIn !== undefined,
  ...(deviceClientId === undefined ? {} : { deviceClientId }),
  // A program may reach us under another address than browsers do, as one in our own network does: it finds the provider below that one.
  ...(isOwn ? { path: ownProviderPath } : {}),
});
