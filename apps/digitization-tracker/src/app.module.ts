import { AuthModule, createServiceTokens, toAuthOptions } from '@motcua/auth';
import { toKafkaConnection } from '@motcua/config';
import { HealthChecks, LOGGER, METRICS } from '@motcua/http';
import { BatchKafkaServer, createKafkajsClient, type KafkaClientPort, type ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { createRelay, type Relay } from '@motcua/outbox';
import { createPool } from '@motcua/postgres';
import { createOperatorsDeadLetters, ReferenceFollower, referenceGuard } from '@motcua/service';
import { Module, type DynamicModule, type FactoryProvider, type Provider } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { ApplicantRefs, createIntakeDirectory, type ApplicantDirectory } from './applicants/applicant-refs.ts';
import { createHousekeeping, createSealing } from './background.ts';
import { BacklogController } from './backlog/backlog.controller.ts';
import { schema, service, type Config } from './config.ts';
import { DocumentService } from './documents/document.service.ts';
import { DocumentsController } from './documents/documents.controller.ts';
import { DocumentsService } from './documents/documents.service.ts';
import { FileReuse } from './documents/file-reuse.ts';
import { toRetentionTerms } from './documents/retention-terms.ts';
import { createClamdScanner } from './examination/clamd-scanner.ts';
import { eicarScanner } from './examination/eicar-scanner.ts';
import { FileExaminer } from './examination/file-examiner.ts';
import { createDigitizationConsumer } from './following/digitization.consumer.ts';
import { DocumentLists } from './following/document-lists.ts';
import { DossierProjection } from './following/project-dossiers.ts';
import { createFollowingProviders } from './following/following.providers.ts';
import { DigitizationImports } from './imports/digitization-imports.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { FileKeyRotation } from './keys/file-key-rotation.ts';
import { KeysController } from './keys/keys.controller.ts';
import { ReferenceRefresh } from './keys/reference-refresh.ts';
import { Lifecycle } from './lifecycle.ts';
import { ReferenceData } from './reference/reference-data.ts';
import { RetentionController } from './retention/retention.controller.ts';
import { RetentionService } from './retention/retention.service.ts';
import { StoredNames } from './storage/content-names.ts';
import type { ContentStore } from './storage/content-store.ts';
import { createStore } from './storage/create-store.ts';
import { KAFKA, POOL, RELAY, STORE } from './tokens.ts';
import { topicNames, type TopicNames } from './topic-names.ts';
import { Staging } from './uploads/staging.ts';
import { Semaphore } from './uploads/semaphore.ts';
import { UploadService } from './uploads/upload.service.ts';
import { UploadsController } from './uploads/uploads.controller.ts';

const PRODUCER = Symbol('PRODUCER');
/** Each holds a file of up to 50 MB in memory, a few times over. */
const EXAMINED_AT_ONCE = 2;

export interface DigitizationOptions {
  readonly config: Config;
  readonly topics?: TopicNames;
  /** In place of dossier-intake. */
  readonly directory?: ApplicantDirectory;
  /** Options of the runtime for the threads that examine files. */
  readonly examinerExecArgv?: string[];
}

/** Composition root: the only file that knows concrete classes. */
@Module({})
export class AppModule {
  static forRoot({
    config,
    topics = topicNames,
    directory = toDirectory(config),
    examinerExecArgv,
  }: DigitizationOptions): DynamicModule {
    const consumer = createDigitizationConsumer(topics.dossierEvents);
    return {
      module: AppModule,
      imports: [AuthModule.forRoot(toAuthOptions(config, service))],
      controllers: [
        ...[consumer, UploadsController, DocumentsController, BacklogController],
        ...[RetentionController, ImportsController, KeysController, createOperatorsDeadLetters('v1/digitization/dlq')],
      ],
      providers: [
        ...connections(config, topics),
        ...services(config, directory, examinerExecArgv),
        ...createFollowingProviders(topics),
        ...referenceGuard,
        lifecycle(topics),
      ],
    };
  }
}

function toDirectory(config: Config): ApplicantDirectory | undefined {
  const { INTAKE_URL, SERVICE_KEY: keyFile } = config;
  if (INTAKE_URL === undefined || keyFile === undefined) return undefined;
  return createIntakeDirectory(
    INTAKE_URL,
    createServiceTokens({ keyFile, service, audience: 'dossier-intake', scopes: ['applicant-ref:read'] }),
  );
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
    { provide: STORE, inject: [POOL], useFactory: (pool: Pool) => createStore(config, new StoredNames(pool)) },
    { provide: Staging, useFactory: () => new Staging(config.STAGING_DIR) },
    {
      provide: RELAY,
      inject: [PRODUCER, KAFKA, LOGGER],
      useFactory: (producer: ProducerPort, client: KafkaClientPort, logger: Logger) =>
        createRelay({
          url,
          schema,
          name: 'events',
          table: `${schema}.event`,
          columns: ['dossier_id::text AS key', 'body'],
          toRecord: ({ key, body }) => ({ key: String(key), value: String(body) }),
          topic: topics.digitizationEvents,
          producer,
          log: client.admin,
          logger,
        }),
    },
  ];
}

function services(config: Config, directory: ApplicantDirectory | undefined, execArgv: string[] | undefined): Provider[] {
  const terms = toRetentionTerms(config);
  const scanner = config.CLAMD === undefined ? eicarScanner : createClamdScanner(config.CLAMD);
  const semaphore = new Semaphore(EXAMINED_AT_ONCE);
  return [
    { provide: ReferenceData, useFactory: () => new ReferenceData() },
    {
      provide: ApplicantRefs,
      inject: [POOL, LOGGER],
      useFactory: (pool: Pool, logger: Logger) => new ApplicantRefs(pool, directory, logger),
    },
    {
      provide: DossierProjection,
      inject: [ReferenceData],
      useFactory: (data: ReferenceData) => new DossierProjection(new DocumentLists(data)),
    },
    {
      provide: FileExaminer,
      useFactory: () => {
        const limits = { trustDir: config.SIGNATURE_TRUST_DIR, threads: EXAMINED_AT_ONCE };
        return new FileExaminer({ ...limits, ...(execArgv === undefined ? {} : { execArgv }) });
      },
    },
    {
      provide: DocumentService,
      inject: [POOL, ReferenceData],
      useFactory: (pool: Pool, data: ReferenceData) => new DocumentService(pool, data),
    },
    {
      provide: UploadService,
      inject: [POOL, DocumentService, ReferenceData, STORE, Staging, FileExaminer, ApplicantRefs],
      useFactory: (
        pool: Pool,
        service: DocumentService,
        data: ReferenceData,
        store: ContentStore,
        staging: Staging,
        examiner: FileExaminer,
        applicants: ApplicantRefs,
      ) => new UploadService({ pool, service, data, store, staging, scanner, examiner, semaphore, applicants, terms }),
    },
    {
      provide: DocumentsService,
      inject: [POOL, DocumentService, ReferenceData, STORE, ApplicantRefs, RELAY],
      useFactory: (
        pool: Pool,
        service: DocumentService,
        data: ReferenceData,
        store: ContentStore,
        applicants: ApplicantRefs,
        relay: Relay,
      ) => new DocumentsService({ pool, service, data, store, applicants, relay, terms }),
    },
    {
      provide: FileReuse,
      inject: [POOL, DocumentService, ReferenceData, ApplicantRefs, RELAY],
      useFactory: (pool: Pool, service: DocumentService, data: ReferenceData, applicants: ApplicantRefs, relay: Relay) =>
        new FileReuse({ pool, service, data, applicants, relay }),
    },
    {
      provide: DigitizationImports,
      inject: [POOL, RELAY],
      useFactory: (pool: Pool, relay: Relay) => new DigitizationImports(pool, relay),
    },
    {
      provide: FileKeyRotation,
      inject: [POOL, STORE, ApplicantRefs, LOGGER],
      useFactory: (pool: Pool, store: ContentStore, applicants: ApplicantRefs, logger: Logger) => {
        const { active: activeKeyId, keys } = config.FILE_KEYS;
        const references = new ReferenceRefresh(pool, applicants, logger);
        return new FileKeyRotation({ pool, store, logger, references, keyIds: Object.keys(keys), activeKeyId });
      },
    },
    {
      provide: RetentionService,
      inject: [POOL, STORE],
      useFactory: (pool: Pool, store: ContentStore) => new RetentionService(pool, store, terms),
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
      BatchKafkaServer,
      ReferenceFollower,
      STORE,
      Staging,
      FileExaminer,
      HealthChecks,
      METRICS,
      LOGGER,
    ],
    useFactory: (
      pool: Pool,
      client: KafkaClientPort,
      producer: ProducerPort,
      relay: Relay,
      server: BatchKafkaServer,
      follower: ReferenceFollower,
      store: ContentStore,
      staging: Staging,
      examiner: FileExaminer,
      health: HealthChecks,
      metrics: Registry,
      logger: Logger,
    ) => {
      const loops = [createHousekeeping({ pool, store, staging, logger }), createSealing({ pool, store, staging, logger })];
      return new Lifecycle({
        pool,
        client,
        producer,
        relay,
        server,
        follower,
        store,
        examiner,
        loops,
        health,
        metrics,
        logger,
        topics,
      });
    },
  };
}
