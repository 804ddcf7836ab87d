import { toKafkaConnection } from '@motcua/config';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { AuthModule, toAuthOptions } from '@motcua/auth';
import type { ReferenceKind } from '@motcua/contracts';
import { HealthChecks, LOGGER, METRICS } from '@motcua/http';
import { createKafkajsClient } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { observeRelay } from '@motcua/outbox';
import { createPool } from '@motcua/postgres';
import { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { schema, type Config } from './config.ts';
import { InstitutionalController } from './institutional/institutional.controller.ts';
import { InstitutionalService } from './institutional/institutional.service.ts';
import { createReferenceController } from './reference/reference.controller.ts';
import { ReferenceService } from './reference/reference.service.ts';
import { createReferenceRelay } from './relay/create-reference-relay.ts';
import { ReferenceRelay } from './relay/reference-relay.ts';

const kinds: readonly ReferenceKind[] = ['units', 'procedures', 'calendars', 'rule-sets', 'staff', 'reasons'];

/** The composition root: the only place that knows which parts the catalogue is made of. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(private readonly pool: Pool) {}

  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [AuthModule.forRoot(toAuthOptions(config, 'catalogue'))],
      controllers: [...kinds.map(createReferenceController), InstitutionalController],
      providers: [
        {
          provide: Pool,
          useFactory: (health: HealthChecks, logger: Logger) => createCheckedPool(config, health, logger),
          inject: [HealthChecks, LOGGER],
        },
        {
          provide: ReferenceRelay,
          useFactory: (health: HealthChecks, logger: Logger, metrics: Registry) => {
            const kafka = createKafkajsClient({ ...toKafkaConnection(config), clientId: 'catalogue', log: logger });
            const producer = kafka.createProducer();
            const relay = createReferenceRelay(config, kafka, producer, logger);
            observeRelay(relay, 'reference', metrics);
            return new ReferenceRelay(relay, kafka, producer, logger, health);
          },
          inject: [HealthChecks, LOGGER, METRICS],
        },
        {
          provide: ReferenceService,
          useFactory: (pool: Pool, relay: ReferenceRelay) =>
            new ReferenceService(pool, () => {
              relay.wake();
            }),
          inject: [Pool, ReferenceRelay],
        },
        {
          provide: InstitutionalService,
          useFactory: (pool: Pool, relay: ReferenceRelay) =>
            new InstitutionalService(pool, () => {
              relay.wake();
            }),
          inject: [Pool, ReferenceRelay],
        },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

function createCheckedPool(config: Config, health: HealthChecks, logger: Logger): Pool {
  const pool = createPool({
    url: config.DATABASE_URL,
    schema,
    applicationName: 'catalogue',
    poolSize: config.DATABASE_POOL_SIZE,
    onIdleError: (error) => {
      logger.warn({ err: error }, 'a database connection was lost');
    },
  });
  health.add('database', async () => {
    await pool.query('SELECT FROM entry_version LIMIT 1');
    return { ready: true };
  });
  return pool;
}
