import helmet from '@fastify/helmet';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, HealthChecks, type ServiceEnd } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { registerPublicRoutes } from './front/public-routes.ts';
import { requireToken } from './front/require-token.ts';
import { addUpstreamHealth } from './front/upstream-health.ts';
import { limitAddresses, limitSubjects } from './limits/limit-rate.ts';
import { LocalLimits, type LimitStore } from './limits/limit-store.ts';
import { RedisLimits } from './limits/redis-limits.ts';
import { hideInternalPaths, registerRoutes } from './proxy/register-routes.ts';
import { openRoutes, routes } from './routes.ts';

/** The gateway has no controllers: it is a proxy with a guard before it. */
@Module({})
class GatewayModule {}

/** One origin in front of every service: token, rate and size checks, security headers, and bodies passed through unbuffered. */
export async function createGateway(config: Config, logger: Logger, end?: ServiceEnd): Promise<NestFastifyApplication> {
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

  const store = createLimitStore(config, { server, health, logger });
  const { RATE_LIMITS_PER_MINUTE: limits, RATE_LIMIT_PER_MINUTE: otherwise } = config;

  // Whether this is reached over TLS is decided before it; a page must work without.
  const contentSecurityPolicy = { directives: { upgradeInsecureRequests: null } };
  void server.register(helmet, { strictTransportSecurity: false, contentSecurityPolicy });
  registerPublicRoutes(server, config);
  void server.register(async (scope) => {
    requireToken(scope, config);
    await limitSubjects(scope, { ofRole: (role) => limits[role] ?? otherwise, store });
    hideInternalPaths(scope);
    registerRoutes(scope, routes, config, logger);
  });
  void server.register(async (scope) => {
    await limitAddresses(scope, config.CALLBACK_RATE_LIMIT_PER_MINUTE, store);
    registerRoutes(scope, openRoutes, config, logger);
  });
  return app;
}

interface GatewayContext {
  readonly server: FastifyInstance;
  readonly health: HealthChecks;
  readonly logger: Logger;
}

/** Shared with the other replicas where a Redis is given. The gateway is ready without it. */
function createLimitStore(
  { REDIS_URL: url, REDIS_KEY_PREFIX: prefix }: Config,
  { server, health, logger }: GatewayContext,
): LimitStore {
  if (url === undefined) return new LocalLimits();
  const limits = new RedisLimits({ url, prefix, logger });
  health.add('limits', () => ({ ready: true, details: { shared: limits.isShared } }));
  server.addHook('onClose', (_server, done) => {
    limits.close();
    done();
  });
  return limits;
}
