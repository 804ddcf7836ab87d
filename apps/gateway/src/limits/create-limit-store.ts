import type { HealthChecks } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { LocalLimits, type LimitStore } from './limit-store.ts';
import { RedisLimits } from './redis-limits.ts';

interface GatewayContext {
  readonly server: FastifyInstance;
  readonly health: HealthChecks;
  readonly logger: Logger;
}

/** Shared with the other replicas where a Redis is given. The gateway is ready without it. */
export function createLimitStore(
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
