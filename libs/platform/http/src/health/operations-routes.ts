import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { HealthChecks } from './health-checks.ts';

/** `/health/live`, `/health/ready`, `/metrics`: for supervisors and probes, without a token; services listen on loopback. */
export function addOperationsRoutes(server: FastifyInstance, health: HealthChecks, metrics: Registry): void {
  server.get('/health/live', () => ({ status: 'alive', uptimeSeconds: Math.round(process.uptime()) }));

  server.get('/health/ready', async (_request, reply) => {
    const readiness = await health.readiness();
    return reply.status(readiness.status === 'ready' ? 200 : 503).send(readiness);
  });

  server.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.metrics()),
  );
}
