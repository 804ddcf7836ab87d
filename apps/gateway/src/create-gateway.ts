import helmet from '@fastify/helmet';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, HealthChecks } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { limitRate } from './front/limit-rate.ts';
import { registerPublicRoutes } from './front/public-routes.ts';
import { requireToken } from './front/require-token.ts';
import { addUpstreamHealth } from './front/upstream-health.ts';
import { hideInternalPaths, registerRoutes } from './proxy/register-routes.ts';
import { openRoutes, routes } from './routes.ts';

/** The gateway has no controllers: it is a proxy with a guard before it. */
@Module({})
class GatewayModule {}

/** One origin in front of every service: token, rate and size checks, security headers, and bodies passed through unbuffered. */
export async function createGateway(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const health = new HealthChecks();
  addUpstreamHealth(health, config);
  const app = await createHttpApp(GatewayModule, { service: 'gateway', logger, health });
  const server: FastifyInstance = app.getHttpAdapter().getInstance();

  // Whether this is reached over TLS is decided before it; a page must work without.
  const contentSecurityPolicy = { directives: { upgradeInsecureRequests: null } };
  void server.register(helmet, { strictTransportSecurity: false, contentSecurityPolicy });
  registerPublicRoutes(server, config);
  void server.register(async (scope) => {
    requireToken(scope, config);
    await limitRate(scope, config.RATE_LIMIT_PER_MINUTE);
    hideInternalPaths(scope);
    registerRoutes(scope, routes, config, logger);
  });
  void server.register(async (scope) => {
    await limitRate(scope, config.CALLBACK_RATE_LIMIT_PER_MINUTE);
    registerRoutes(scope, openRoutes, config, logger);
  });
  return app;
}
