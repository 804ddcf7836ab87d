import { AuthModule, toAuthOptions } from '@motcua/auth';
import { toKafkaConnection } from '@motcua/config';
import { HealthChecks, LOGGER, METRICS } from '@motcua/http';
import {
  BatchKafkaServer,
  createKafkajsClient,
  createPgTransactions,
  DeadLetterOperations,
  type KafkaClientPort,
  type ProducerPort,
} from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { createRelay, type Relay } from '@motcua/outbox';
import { ColumnCipher, createPool } from '@motcua/postgres';
import { createOperatorsDeadLetters, ReferenceFollower, referenceGuard, TableRotation } from '@motcua/service';
import { Module, type DynamicModule, type FactoryProvider, type Provider } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { createLoops } from './background.ts';
import { EscalationPolicyCache } from './clocks/escalation-policy-cache.ts';
import { schema, service, type Config } from './config.ts';
import { toFollowingTransactions } from './firing/order-locks.ts';
import { DossierProjection } from './following/project-dossiers.ts';
import { createSlaConsumer } from './following/sla.consumer.ts';
import { TimerMetrics } from './health/timer-metrics.ts';
import { SessionClocksController } from './imports/session-clocks.controller.ts';
import { encryptedTables } from './keys/encrypted-tables.ts';
import { KeysController } from './keys/keys.controller.ts';
import { Lifecycle } from './lifecycle.ts';
import { ClockAlarm } from './firing/clock-alarm.ts';
import { ReferenceData } from './reference/reference-data.ts';
import { KAFKA, POOL, RELAY } from './tokens.ts';
import { topicNames, type TopicNames } from './topic-names.ts';
import { CauseReasonStore } from './overdue-causes/cause-reason.store.ts';
import { OverdueCausesController } from './overdue-causes/overdue-causes.controller.ts';
import { ClocksController } from './worklist/clocks.controller.ts';
import { Worklist } from './worklist/worklist.service.ts';

const PRODUCER = Symbol('PRODUCER');
/** Shorter transactions than the transport's own: timers wait for one to end. */
const MAX_MESSAGES_PER_TRANSACTION = 2_000;

export interface SlaTimerOptions {
  readonly config: Config;
  readonly topics?: TopicNames;
}

/** Composition root: the only file that knows concrete classes. */
@Module({})
export class AppModule {
  static forRoot({ config, topics = topicNames }: SlaTimerOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [AuthModule.forRoot(toAuthOptions(config, service))],
      controllers: [
        createSlaConsumer(topics.dossierEvents),
        ClocksController,
        OverdueCausesController,
        SessionClocksController,
        KeysController,
        createOperatorsDeadLetters('v1/sla/dlq'),
      ],
      providers: [
        ...connections(config, topics),
        ...services,
        ...reasonsInWords(config),
        ...following(topics),
        ...referenceGuard,
        lifecycle(topics),
      ],
    };
  }
}

function connections(config: Config, topics: TopicNames): FactoryProvider[] {
  const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize } = config;
  return [
    {
      provide: POOL,
      inject: [LOGGER],
      useFactory: (logger: Logger) => {
        const onIdleError = (err: Error): void => {
          logger.warn({ err }, 'an idle database connection died');
        };
        return createPool({ url, schema, applicationName: service, poolSize, onIdleError });
      },
    },
    {
      provide: KAFKA,
      inject: [LOGGER],
      useFactory: (log: Logger) => createKafkajsClient({ ...toKafkaConnection(config), clientId: service, log }),
    },
    { provide: PRODUCER, inject: [KAFKA], useFactory: (client: KafkaClientPort) => client.createProducer() },
    {
      provide: RELAY,
      inject: [PRODUCER, KAFKA, LOGGER],
      useFactory: (producer: ProducerPort, client: KafkaClientPort, logger: Logger) =>
        createRelay({
          url,
          schema,
          name: 'events',
          table: `${schema}.event`,
          columns: ['coalesce(key, dossier_id::text) AS key', 'sla.event_body(event) AS body'],
          toRecord: ({ key, body }) => ({ key: String(key), value: String(body) }),
          topic: topics.slaEvents,
          producer,
          log: client.admin,
          logger,
        }),
    },
  ];
}

function reasonsInWords({ REASON_KEYS }: Config): Provider[] {
  const variable = 'REASON_KEYS';
  const cipher = new ColumnCipher(REASON_KEYS, variable);
  return [
    { provide: CauseReasonStore, useFactory: () => new CauseReasonStore(cipher) },
    {
      provide: TableRotation,
      inject: [POOL],
      useFactory: (pool: Pool) => new TableRotation({ pool, cipher, variable, keyIds: cipher.keyIds, tables: encryptedTables }),
    },
  ];
}

const services: Provider[] = [
  { provide: ClockAlarm, useFactory: () => new ClockAlarm() },
  { provide: ReferenceData, useFactory: () => new ReferenceData() },
  { provide: EscalationPolicyCache, inject: [POOL], useFactory: (pool: Pool) => new EscalationPolicyCache(pool) },
  {
    provide: DossierProjection,
    inject: [ReferenceData, EscalationPolicyCache],
    useFactory: (data: ReferenceData, policies: EscalationPolicyCache) => new DossierProjection(data, policies),
  },
  { provide: Worklist, inject: [POOL, ReferenceData], useFactory: (pool: Pool, data: ReferenceData) => new Worklist(pool, data) },
  {
    provide: TimerMetrics,
    inject: [METRICS, POOL],
    useFactory: (metrics: Registry, pool: Pool) => new TimerMetrics(metrics, pool),
  },
];

function following(topics: TopicNames): FactoryProvider[] {
  return [
    {
      provide: BatchKafkaServer,
      inject: [KAFKA, POOL, LOGGER],
      useFactory: (client: KafkaClientPort, pool: Pool, logger: Logger) =>
        new BatchKafkaServer({
          client,
          transactions: toFollowingTransactions(createPgTransactions(pool)),
          schema,
          groupPrefix: topics.groupPrefix,
          maxMessagesPerTransaction: MAX_MESSAGES_PER_TRANSACTION,
          log: logger,
          onFailure: (err) => {
            logger.fatal({ err }, 'the dossier log cannot be followed; the process ends to be started again');
            process.exit(1);
          },
        }),
    },
    {
      provide: DeadLetterOperations,
      inject: [BatchKafkaServer],
      useFactory: (server: BatchKafkaServer) => server.createDeadLetterOperations(),
    },
    {
      provide: ReferenceFollower,
      inject: [KAFKA, ReferenceData, LOGGER],
      useFactory: (client: KafkaClientPort, data: ReferenceData, logger: Logger) => {
        const onFailure = (err: Error): void => {
          logger.fatal({ err }, 'the reference data can no longer be followed; the process ends to be started again');
          process.exit(1);
        };
        const { units, procedures, calendars, ruleSets, reasons } = topics;
        const followed = { units, procedures, calendars, 'rule-sets': ruleSets, reasons };
        return new ReferenceFollower({ client, topics: followed, book: data, logger, onFailure });
      },
    },
  ];
}

function lifecycle(topics: TopicNames): FactoryProvider {
  return {
    provide: Lifecycle,
    inject: [
      POOL,
      KAFKA,
      PRODUCER,
      RELAY,
      ClockAlarm,
      BatchKafkaServer,
      ReferenceFollower,
      ReferenceData,
      TimerMetrics,
      HealthChecks,
      METRICS,
      LOGGER,
    ],
    useFactory: (
      pool: Pool,
      client: KafkaClientPort,
      producer: ProducerPort,
      relay: Relay,
      alarm: ClockAlarm,
      server: BatchKafkaServer,
      follower: ReferenceFollower,
      data: ReferenceData,
      timerMetrics: TimerMetrics,
      health: HealthChecks,
      metrics: Registry,
      logger: Logger,
    ) => {
      const loops = createLoops({ pool, relay, alarm, data, metrics: timerMetrics, logger });
      return new Lifecycle({ pool, client, producer, relay, server, follower, loops, health, metrics, logger, topics });
    },
  };
}
