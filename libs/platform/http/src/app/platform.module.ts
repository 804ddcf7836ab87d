import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from '@motcua/observability';
import type { Registry } from 'prom-client';
import { HealthChecks } from '../health/health-checks.ts';

/** `@Inject(LOGGER) logger: Logger` */
export const LOGGER = Symbol('LOGGER');
/** `@Inject(METRICS) metrics: Registry` */
export const METRICS = Symbol('METRICS');

export interface Platform {
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly health: HealthChecks;
}

/** Gives every module of a service the logger, the metrics registry and the health checks. */
@Module({})
export class PlatformModule {
  static forRoot({ logger, metrics, health }: Platform): DynamicModule {
    const providers = [
      { provide: LOGGER, useValue: logger },
      { provide: METRICS, useValue: metrics },
      { provide: HealthChecks, useValue: health },
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }
}
