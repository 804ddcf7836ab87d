import { AuthModule, createServiceSigner, toAuthOptions } from '@motcua/auth';
import { toKafkaConnection } from '@motcua/config';
import {
  BatchKafkaServer,
  createKafkajsClient,
  createPgTransactions,
  DeadLetterOperations,
  type KafkaClientPort,
} from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { createPool } from '@motcua/postgres';
import { createOperatorsDeadLetters } from '@motcua/service';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Pool } from 'pg';
import { BoardController } from './board/board.controller.ts';
import { BoardService } from './board/board.service.ts';
import { FreshnessReader } from './board/freshness.ts';
import { schema, service, type Config } from './config.ts';
import { DossiersController } from './dossiers/dossiers.controller.ts';
import { kafkaNames, projectedTopics, type KafkaNames } from './kafka-names.ts';
import { Lifecycle } from './lifecycle.ts';
import { LiveController } from './live/live.controller.ts';
import { LiveHub, toLiveLimits } from './live/live-hub.ts';
import { NameDirectory } from './names/name-directory.ts';
import { Dimensions } from './projection/dimensions/dimensions.ts';
import { DocumentProjector } from './projection/documents/project-documents.ts';
import { createKpiConsumer } from './projection/kpi.consumer.ts';
import { EventProjector } from './projection/project-events.ts';
import { throughput } from './projection/throughput.ts';
import { OverdueCauseProjector } from './projection/overdue-causes/project-overdue-causes.ts';
import { RebuildController } from './rebuild/rebuild.controller.ts';
import { RebuildService } from './rebuild/rebuild.service.ts';
import { Rebuilder } from './rebuild/rebuilder.ts';
import { EvidenceController } from './report/evidence/evidence.controller.ts';
import { EvidenceService } from './report/evidence/evidence.service.ts';
import { ReportController } from './report/report.controller.ts';
import { ReportService } from './report/report.service.ts';
import type { ReportSources } from './report/sources/source.ts';
import { createHttpSources } from './report/sources/http-sources.ts';
import { localDays } from './time/local-days.ts';
import { KAFKA, KAFKA_NAMES, POOL } from './tokens.ts';
import { UpdatePublisher } from './updates/update-publisher.ts';
import { VerifyController } from './verify/verify.controller.ts';
import { VerifyService } from './verify/verify.service.ts';

/** Composition root: the only place that knows which concrete class serves what. */
@Module({})
export class AppModule {
  static forRoot(config: Config, logger: Logger, names: KafkaNames = kafkaNames): DynamicModule {
    return {
      module: AppModule,
      imports: [AuthModule.forRoot(toAuthOptions(config, service))],
      controllers: [
        createKpiConsumer(names),
        BoardController,
        DossiersController,
        LiveController,
        ReportController,
        EvidenceController,
        VerifyController,
        RebuildController,
        createOperatorsDeadLetters('v1/dlq'),
      ],
      providers: [
        ...createConnections(config, logger),
        { provide: KAFKA_NAMES, useValue: names },
        ...createServices(config, logger, names),
        ...createOperations(logger, names),
        ...createReports(config, logger),
        Lifecycle,
      ],
    };
  }
}

const createConnections = (config: Config, logger: Logger): Provider[] => [
  {
    provide: POOL,
    useFactory: () =>
      createPool({
        url: config.DATABASE_URL,
        schema,
        applicationName: service,
        poolSize: config.DATABASE_POOL_SIZE,
        onIdleError: (err) => {
          logger.warn({ err }, 'an idle database connection died');
        },
      }),
  },
  { provide: KAFKA, useFactory: () => createKafkajsClient({ ...toKafkaConnection(config), clientId: service, log: logger }) },
];

const createServices = (config: Config, logger: Logger, names: KafkaNames): Provider[] => [
  NameDirectory,
  { provide: Dimensions, inject: [POOL], useFactory: (pool: Pool) => new Dimensions(pool) },
  {
    provide: EventProjector,
    inject: [Dimensions],
    useFactory: (dimensions: Dimensions) => new EventProjector(dimensions, localDays),
  },
  {
    provide: OverdueCauseProjector,
    inject: [Dimensions],
    useFactory: (dimensions: Dimensions) => new OverdueCauseProjector(dimensions, localDays),
  },
  {
    provide: DocumentProjector,
    inject: [Dimensions],
    useFactory: (dimensions: Dimensions) => new DocumentProjector(dimensions, localDays),
  },
  {
    provide: FreshnessReader,
    inject: [POOL, KAFKA],
    useFactory: (pool: Pool, client: KafkaClientPort) => new FreshnessReader(pool, client, projectedTopics(names)),
  },
  {
    provide: BoardService,
    inject: [POOL, NameDirectory, FreshnessReader],
    useFactory: (pool: Pool, names: NameDirectory, freshness: FreshnessReader) =>
      new BoardService(pool, names, freshness, localDays),
  },
  {
    provide: LiveHub,
    inject: [BoardService],
    useFactory: (boards: BoardService) =>
      new LiveHub(boards, localDays, toLiveLimits(config), (err) => {
        logger.warn({ err }, 'a live board could not be read and is tried again');
      }),
  },
  {
    provide: UpdatePublisher,
    inject: [KAFKA],
    useFactory: (client: KafkaClientPort) =>
      new UpdatePublisher(client.createProducer(), names.kpiUpdates, (err) => {
        logger.warn({ err }, 'a wake-up was lost; live boards re-read by themselves');
      }),
  },
];

const SOURCES = Symbol('SOURCES');

const createReports = (config: Config, logger: Logger): Provider[] => [
  {
    provide: SOURCES,
    useFactory: () => {
      const { SERVICE_KEY: keyFile, CATALOGUE_URL: catalogueUrl, INTAKE_URL: intakeUrl } = config;
      const sign = keyFile === undefined ? undefined : createServiceSigner({ keyFile, service });
      return createHttpSources({ catalogueUrl, intakeUrl, sign, logger });
    },
  },
  {
    provide: ReportService,
    inject: [BoardService, SOURCES],
    useFactory: (boards: BoardService, sources: ReportSources) => new ReportService(boards, sources),
  },
  {
    provide: EvidenceService,
    inject: [BoardService, SOURCES],
    useFactory: (boards: BoardService, sources: ReportSources) => new EvidenceService(boards, sources),
  },
];

const createOperations = (logger: Logger, names: KafkaNames): Provider[] => [
  {
    provide: BatchKafkaServer,
    inject: [KAFKA, POOL],
    useFactory: (client: KafkaClientPort, pool: Pool) =>
      new BatchKafkaServer({
        client,
        transactions: createPgTransactions(pool),
        schema,
        groupPrefix: names.groupPrefix,
        ...throughput,
        log: logger,
        onFailure: (err) => {
          logger.fatal({ err }, 'the projection cannot go on; the process ends to be started again');
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
    provide: VerifyService,
    inject: [POOL, KAFKA],
    useFactory: (pool: Pool, client: KafkaClientPort) =>
      new VerifyService(pool, { client, topics: projectedTopics(names) }, localDays),
  },
  {
    provide: RebuildService,
    inject: [POOL, KAFKA, EventProjector, OverdueCauseProjector, DocumentProjector],
    useFactory: (
      pool: Pool,
      client: KafkaClientPort,
      events: EventProjector,
      causes: OverdueCauseProjector,
      documents: DocumentProjector,
    ) => {
      const log = { client, topics: projectedTopics(names) };
      return new RebuildService(pool, new Rebuilder(pool, log, { events, causes, documents }), logger);
    },
  },
];
