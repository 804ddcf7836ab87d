import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { HealthChecks } from './health-checks.ts';

/**
 * `/health/live`, `/health/serving` and `/health/ready` as probes need them, without a token: a status, and no word about what is behind
 * it. `serving` says whether requests can be answered, for whoever leads them here; `ready` whether all is well, for whoever watches.
 */
export function addProbes(server: FastifyInstance, health: HealthChecks): void {
  server.get('/health/live', () => ({ status: 'alive' }));

  server.get('/health/serving', async (_request, reply) => {
    const isServing = await health.isServing();
    return reply.status(isServing ? 200 : 503).send({ status: isServing ? 'serving' : 'not-serving' });
  });

  server.get('/health/ready', async (_request, reply) => {
    const { status } = await health.readiness();
    return reply.status(toHttpStatus(status)).send({ status });
  });
}

/** The same with reasons and figures, and `/metrics`: for operators, on a port that the public one does not lead to. */
export function addOperationsRoutes(server: FastifyInstance, health: HealthChecks, metrics: Registry): void {
  server.get('/health/live', () => ({ status: 'alive', uptimeSeconds: Math.round(process.uptime()) }));

  server.get('/health/ready', async (_request, reply) => {
    const readiness = await health.readiness();
    return reply.status(toHttpStatus(readiness.status)).send(readiness);
  });

  server.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.metrics()),
  );
}

const toHttpStatus = (status: 'ready' | 'not-ready'): number => (status === 'ready' ? 200 : 503);
