import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMetrics, NestLogger, type Logger } from '@motcua/observability';
import { fastify, type FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { acceptBulkBodies } from '../bulk/take-bulk-bodies.ts';
import { HealthChecks } from '../health/health-checks.ts';
import { logRequests } from '../health/log-requests.ts';
import { observeRequests } from '../health/observe-requests.ts';
import { addOperationsRoutes, addProbes } from '../health/operations-routes.ts';
import { keepFromCaches } from './keep-from-caches.ts';
import { ProblemFilter } from './problem-filter.ts';
import { createValidationPipe } from '../request/validation-pipe.ts';
import { toRequestId } from '../request/request-id.ts';
import { RouteTable } from '../request/route-table.ts';
import { serveOpenApi, type OpenApiOptions } from './open-api.ts';
import { PlatformModule } from './platform.module.ts';
import { ServiceEnd } from './service-end.ts';

export interface HttpAppOptions {
  /** The service's name, in logs and metrics. */
  readonly service: string;
  readonly logger: Logger;
  readonly metrics?: Registry;
  readonly health?: HealthChecks;
  /** Of the process, from `runService`; it drains by closing the app. */
  readonly end?: ServiceEnd;
  /** Proxies whose `X-Forwarded-For` is believed, counted from here; none unless told. */
  readonly trustedHops?: number;
  /** Bytes of a JSON body, 1 MB unless told. */
  readonly bodyLimit?: number;
  /** Served at /openapi.json; absent: not served. */
  readonly openApi?: OpenApiOptions;
}

const megabyte = 1_048_576;

/**
 * A service's HTTP side: Nest on Fastify with request ids, zod validation, problem details, health, metrics and OpenAPI.
 * Not yet listening: see `listen`, or `app.init()` in a test.
 */
export async function createHttpApp(appModule: Type | DynamicModule, options: HttpAppOptions): Promise<NestFastifyApplication> {
  const { logger, service, metrics = createMetrics(service), health = new HealthChecks() } = options;
  const end = options.end ?? new ServiceEnd({ logger });
  const adapter = createAdapter(options);
  const server = adapter.getInstance<FastifyInstance>();
  const routes = watchRoutes(server);
  prepareServer(server, { logger, metrics, health });
  const operations = createOperations(server, metrics, health);

  const root = {
    module: HttpRootModule,
    imports: [PlatformModule.forRoot({ logger, metrics, health, end, operations }), appModule],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  end.drainBy(() => app.close());
  app.useGlobalFilters(new ProblemFilter(logger, routes));
  app.useGlobalPipes(createValidationPipe());
  if (options.openApi !== undefined) serveOpenApi(app, server, options.openApi);
  return app;
}

@Module({})
class HttpRootModule {}

function createAdapter({ bodyLimit = megabyte, trustedHops = 0 }: HttpAppOptions): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit,
    trustProxy: trustedHops === 0 ? false : (_address, hop) => hop < trustedHops,
    genReqId: toRequestId,
    // Codes have up to 200 characters, which percent-encoding makes longer.
    routerOptions: { maxParamLength: 2_000 },
    // An open live stream would otherwise hold up a shutdown for as long as its reader stays.
    forceCloseConnections: true,
  });
}

function prepareServer(
  server: FastifyInstance,
  { logger, metrics, health }: Required<Pick<HttpAppOptions, 'logger' | 'metrics' | 'health'>>,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('preClose', (done) => {
    health.stop();
    done();
  });
  keepFromCaches(server);
  observeRequests(server, metrics);
  logRequests(server, logger);
  acceptBulkBodies(server);
  addProbes(server, health);
}

/** A server of its own, so that no route and no proxy of the public one can lead to it. It ends with the public one. */
function createOperations(server: FastifyInstance, metrics: Registry, health: HealthChecks): FastifyInstance {
  const operations: FastifyInstance = fastify({ forceCloseConnections: true });
  addOperationsRoutes(operations, health, metrics);
  server.addHook('onClose', () => operations.close());
  return operations;
}

function watchRoutes(server: FastifyInstance): RouteTable {
  const routes = new RouteTable();
  server.addHook('onRoute', ({ url, method }) => {
    routes.add(url, [method].flat());
  });
  return routes;
}
