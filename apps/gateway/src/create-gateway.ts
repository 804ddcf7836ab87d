import helmet from '@fastify/helmet';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, HealthChecks, type ServiceEnd } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { createDoor } from './create-door.ts';
import { refuseByPage } from './front/problem-page.ts';
import { registerPublicRoutes } from './front/public-routes.ts';
import { requireCaller, welcomeCaller } from './front/require-caller.ts';
import { securityHeaders } from './front/security-headers.ts';
import { addUpstreamHealth } from './front/upstream-health.ts';
import { createLimitStore } from './limits/create-limit-store.ts';
import { limitAddresses, limitSubjects } from './limits/limit-rate.ts';
import { findOwnProvider } from './providers/own-provider.ts';
import { registerIdentity } from './proxy/register-identity.ts';
import { watchForProxy } from './proxy/watch-for-proxy.ts';
import { hideInternalPaths, registerRoutes } from './proxy/register-routes.ts';
import { lookUpRoutes, openRoutes, routes } from './routes.ts';
import { registerSignIn } from './sign-in/register-sign-in.ts';

/** The gateway has no controllers: it is a proxy with a guard before it. */
@Module({})
class GatewayModule {}

export interface GatewayOptions {
  readonly end?: ServiceEnd;
  /** Epoch milliseconds; the clock of the machine unless a test brings its own. */
  readonly now?: () => number;
  /** How often open streams are looked at for the end of their session; a test that wants it told looks never. */
  readonly recheckMs?: number;
}

/**
 * One origin in front of every service: sign-in and sessions, tokens of providers turned into our own, rate and size checks, security
 * headers, and bodies passed through unbuffered.
 */
export async function createGateway(
  config: Config,
  logger: Logger,
  { end, now = Date.now, recheckMs }: GatewayOptions = {},
): Promise<NestFastifyApplication> {
  const health = new HealthChecks();
  addUpstreamHealth(health, config);
  const app = await createHttpApp(GatewayModule, {
    service: 'gateway',
    logger,
    health,
    trustedHops: config.TRUSTED_PROXY_HOPS,
    ...(end === undefined ? {} : { end }),
  });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();

  watchForProxy(config, { server, health, logger });
  const { door, providers, signIn, signing, close } = await createDoor(config, logger, { now, recheckMs });
  server.addHook('onClose', close);
  const store = createLimitStore(config, { server, health, logger });
  const { RATE_LIMITS_PER_MINUTE: limits, RATE_LIMIT_PER_MINUTE: otherwise, CALLBACK_RATE_LIMIT_PER_MINUTE: ofAddress } = config;
  const { LOOK_UP_RATE_LIMIT_PER_MINUTE: ofLookUps } = config;
  const passing = { config, logger, streams: { ofSessions: door.sessions?.streams, ofBearers: door.bearers.streams } };

  void server.register(helmet, securityHeaders);
  registerPublicRoutes(server, config, signing);
  void server.register(async (scope) => {
    requireCaller(scope, door);
    await limitSubjects(scope, { ofRole: (role) => limits[role] ?? otherwise, store });
    hideInternalPaths(scope);
    registerRoutes(scope, routes, passing);
  });
  void server.register(async (scope) => {
    refuseByPage(scope);
    await limitAddresses(scope, ofAddress, store);
    welcomeCaller(scope, door);
    registerRoutes(scope, openRoutes, passing);
  });
  void server.register(async (scope) => {
    refuseByPage(scope);
    await limitAddresses(scope, ofLookUps, store, 'look-ups');
    registerRoutes(scope, lookUpRoutes, passing);
  });
  void server.register(async (scope) => {
    await limitAddresses(scope, ofAddress, store);
    registerSignIn(scope, { providers, signIn, verify: door.verify, ownIssuer: findOwnProvider(config)?.issuer });
  });
  const { IDENTITY_URL: identity, PUBLIC_URL: publicUrl } = config;
  if (identity !== undefined && publicUrl !== undefined)
    void server.register(async (scope) => {
      await limitAddresses(scope, ofAddress, store);
      await registerIdentity(scope, identity, publicUrl);
    });
  return app;
}
