import { toKafkaConnection } from '@motcua/config';
import type { ReferenceKind } from '@motcua/contracts';
import { HealthChecks, LOGGER, METRICS, ServiceEnd } from '@motcua/http';
import {
  BatchKafkaServer,
  createKafkajsClient,
  createPgTransactions,
  DeadLetterOperations,
  Neighbours,
  type KafkaClientPort,
  type ProducerPort,
} from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { createRelay, UnpublishedWatch, type Relay } from '@motcua/outbox';
import { createPool, toTransaction } from '@motcua/postgres';
import { REFERENCE, ReferenceCache, ReferenceReader, ReferenceStore, type ReferenceHandlers } from '@motcua/reference';
import type { FactoryProvider, Provider } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { Broadcasts } from './broadcasts/broadcasts.ts';
import { DatabaseGate } from './database/database-gate.ts';
import { BackgroundLoops } from './loops/background-loops.ts';
import { tokenOf, type RelayDefinition } from './relays/relay-definition.ts';
import { Relays } from './relays/relays.ts';
import { ServiceLifecycle } from './service-lifecycle.ts';
import type { ConsumersOptions, ReferenceOptions, ServiceOptions } from './service-options.ts';
import { CONFIG, KAFKA, NOW, POOL, PRODUCER, TOPIC_NAMES } from './tokens.ts';
import { TopicCreation } from './topics/topic-creation.ts';
import {
  renameTopic,
  toPartitionCounts,
  toTopicSources,
  toReferenceTopic,
  topicNames,
  type TopicNames,
} from './topics/topic-names.ts';

export function createConnections({
  name,
  schema,
  config,
  topicNames: names = topicNames,
  now = Date.now,
}: ServiceOptions): Provider[] {
  const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize } = config;
  return [
    { provide: CONFIG, useValue: config },
    { provide: NOW, useValue: now },
    { provide: TOPIC_NAMES, useValue: names },
    {
      provide: POOL,
      inject: [LOGGER],
      useFactory: (logger: Logger) => {
        const onIdleError = (err: Error): void => {
          logger.warn({ err }, 'an idle database connection died');
        };
        return createPool({ url, schema, applicationName: name, poolSize, onIdleError });
      },
    },
    {
      provide: KAFKA,
      inject: [LOGGER],
      useFactory: (log: Logger) =>
        createKafkajsClient({ ...toKafkaConnection(config), clientId: name, log, partitions: toPartitionCounts(names) }),
    },
    { provide: PRODUCER, inject: [KAFKA], useFactory: (client: KafkaClientPort) => client.createProducer() },
  ];
}

export function createRelayProviders({ schema, config, relays = [] }: ServiceOptions): FactoryProvider[] {
  return [
    ...relays.map(({ table, topic, topics = [topic], toRecord, shownAs: _shown, token: _token, ...definition }, index) => ({
      provide: tokenOf(relays[index] as RelayDefinition), // of this very index
      inject: [PRODUCER, KAFKA, LOGGER, TOPIC_NAMES],
      useFactory: (producer: ProducerPort, client: KafkaClientPort, logger: Logger, names: TopicNames) =>
        createRelay({
          ...definition,
          url: config.DATABASE_URL,
          schema,
          table: `${schema}.${table}`,
          toRecord: (row) => renameTopic(names, toRecord(row)),
          topic: names[topic],
          topics: topics.map((key) => names[key]),
          producer,
          client,
          logger,
        }),
    })),
    {
      provide: Relays,
      inject: [POOL, LOGGER, ...relays.map(tokenOf)],
      useFactory: (pool: Pool, logger: Logger, ...made: Relay[]) => {
        const database = toTransaction(pool);
        const named = relays.flatMap((definition, index) => {
          const relay = made[index];
          const { name, table } = definition;
          const unpublished = new UnpublishedWatch({ database, schema, name, table: `${schema}.${table}` });
          return relay === undefined ? [] : [{ definition, relay, unpublished }];
        });
        return new Relays(named, logger);
      },
    },
  ];
}

export function createConsumerProviders(
  { name, schema, config }: ServiceOptions,
  consumers: ConsumersOptions,
): FactoryProvider[] {
  const { deadLetters: _path, rebuild: _rebuild, beginWith, ...options } = consumers;
  return [
    {
      provide: BatchKafkaServer,
      inject: [KAFKA, POOL, TOPIC_NAMES, LOGGER, ServiceEnd],
      useFactory: (client: KafkaClientPort, pool: Pool, names: TopicNames, logger: Logger, end: ServiceEnd) =>
        new BatchKafkaServer({
          ...options,
          client,
          transactions: createPgTransactions(pool, { beginWith }),
          schema,
          topicNames: names,
          partitions: toPartitionCounts(names),
          sources: toTopicSources(names),
          groupPrefix: names.groupPrefix,
          neighbours: new Neighbours({ url: config.DATABASE_URL, name, admin: client.admin, log: logger }),
          log: logger,
          onFailure: (err) => {
            end.fail(err, 'events cannot be consumed any more; the process ends to be started again');
          },
        }),
    },
    {
      provide: DeadLetterOperations,
      inject: [BatchKafkaServer],
      useFactory: (server: BatchKafkaServer) => server.createDeadLetterOperations(),
    },
  ];
}

export function createReferenceProviders({ kinds, data, mayLack }: ReferenceOptions): Provider[] {
  return [
    data,
    {
      provide: ReferenceReader,
      inject: [KAFKA, POOL, TOPIC_NAMES, LOGGER, data],
      useFactory: (client: KafkaClientPort, pool: Pool, names: TopicNames, logger: Logger, handlers: ReferenceHandlers) =>
        new ReferenceReader({
          client,
          topics: Object.fromEntries(kinds.map((kind) => [kind, toReferenceTopic(names, kind)])) as Record<ReferenceKind, string>,
          cache: new ReferenceCache(kinds, handlers),
          store: new ReferenceStore(pool),
          mayLack: mayLack ?? [],
          logger,
        }),
    },
    { provide: REFERENCE, useExisting: ReferenceReader },
  ];
}

export const createLifecycle = ({ schema, migrations, topics, consumers, reference }: ServiceOptions): FactoryProvider[] => [
  {
    provide: DatabaseGate,
    inject: [POOL, LOGGER],
    useFactory: (pool: Pool, logger: Logger) => new DatabaseGate({ pool, schema, migrations, logger }),
  },
  {
    provide: TopicCreation,
    inject: [KAFKA, TOPIC_NAMES, LOGGER],
    useFactory: (client: KafkaClientPort, names: TopicNames, logger: Logger) =>
      new TopicCreation({ client, names, keys: [...topics, 'auditSeals', 'auditAlarms'], logger }),
  },
  {
    provide: ServiceLifecycle,
    inject: [
      ...[POOL, KAFKA, PRODUCER, DatabaseGate, TopicCreation, Relays, BackgroundLoops, Broadcasts, HealthChecks, METRICS, LOGGER],
      { token: ReferenceReader, optional: reference === undefined },
      { token: BatchKafkaServer, optional: consumers === undefined },
    ],
    useFactory: (
      pool: Pool,
      client: KafkaClientPort,
      producer: ProducerPort,
      database: DatabaseGate,
      topicCreation: TopicCreation,
      relays: Relays,
      loops: BackgroundLoops,
      broadcasts: Broadcasts,
      health: HealthChecks,
      metrics: Registry,
      logger: Logger,
      reader?: ReferenceReader,
      server?: BatchKafkaServer,
    ) =>
      new ServiceLifecycle({
        pool,
        client,
        producer,
        database,
        topics: topicCreation,
        relays,
        loops,
        broadcasts,
        health,
        metrics,
        logger,
        reference: reader,
        consumers: server,
      }),
  },
];
