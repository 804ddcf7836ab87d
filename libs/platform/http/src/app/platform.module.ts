import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from '@motcua/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { HealthChecks } from '../health/health-checks.ts';
import { ServiceEnd } from './service-end.ts';

/** `@Inject(LOGGER) logger: Logger` */
export const LOGGER = Symbol('LOGGER');
/** `@Inject(METRICS) metrics: Registry` */
export const METRICS = Symbol('METRICS');

const OPERATIONS = Symbol('OPERATIONS');

/** The server of an app's operations; `listen` gives it its port. */
export const operationsOf = (app: NestFastifyApplication): FastifyInstance => app.get<FastifyInstance>(OPERATIONS);

export interface Platform {
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly health: HealthChecks;
  readonly end: ServiceEnd;
  /** The server of `/metrics` and of readiness in detail. */
  readonly operations: FastifyInstance;
}

/** Gives every module of a service the logger, the metrics registry, the health checks and the way to end. */
@Module({})
export class PlatformModule {
  static forRoot({ logger, metrics, health, end, operations }: Platform): DynamicModule {
    const providers = [
      { provide: LOGGER, useValue: logger },
      { provide: METRICS, useValue: metrics },
      { provide: HealthChecks, useValue: health },
      { provide: ServiceEnd, useValue: end },
      { provide: OPERATIONS, useValue: operations },
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }
}
