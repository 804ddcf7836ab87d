import { AuthModule, toAuthOptions } from '@motcua/auth';
import { toKafkaConnection } from '@motcua/config';
import { topics as contractTopics, type ReferenceKind } from '@motcua/contracts';
import { HealthChecks, LOGGER, METRICS } from '@motcua/http';
import { createKafkajsClient, type KafkaClientPort, type ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { createRelay, observeRelay, type Relay } from '@motcua/outbox';
import { createPool } from '@motcua/postgres';
import { ReferenceFollower, referenceGuard, TableRotation } from '@motcua/service';
import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import type { Pool } from 'pg';
import { ApplicantCipher } from './applicants/applicant-cipher.ts';
import { ApplicantContacts } from './applicants/applicant-contacts.ts';
import { ApplicantStore } from './applicants/applicant.store.ts';
import { ContactController } from './applicants/contact.controller.ts';
import { CalendarChangeController } from './calendar-change/calendar-change.controller.ts';
import { CalendarChangeWorker } from './calendar-change/calendar-change-worker.ts';
import { CalendarChanges } from './calendar-change/calendar-changes.ts';
import type { Config } from './config.ts';
import { actionControllers } from './dossiers/action.controllers.ts';
import { DossierCommands } from './dossiers/dossier-commands.ts';
import { DossierReads } from './dossiers/dossier-reads.ts';
import { DossiersController } from './dossiers/dossiers.controller.ts';
import { ReasonStore } from './dossiers/reason.store.ts';
import { EventLogController } from './event-log/event-log.controller.ts';
import { EventLog, relayName } from './event-log/event-log.ts';
import { toProgressRecord } from './event-log/to-progress-record.ts';
import { EventIntake } from './events/event-intake.ts';
import { toEventLimits } from './events/event-limits.ts';
import { createUploadSemaphore } from './events/upload-semaphore.ts';
import { EventsController } from './events/events.controller.ts';
import { ImportSessions } from './import-sessions/import-sessions.ts';
import { ImportSessionsController } from './import-sessions/import-sessions.controller.ts';
import { sessionEndType } from './import-sessions/session-end-event.ts';
import { intakeTopics, type IntakeTopics } from './intake-topics.ts';
import { listEncryptedTables } from './keys/encrypted-tables.ts';
import { KeysController } from './keys/keys.controller.ts';
import { IntakeLifecycle } from './intake-lifecycle.ts';
import { intakeSchema } from './migrations/migrate-intake.ts';
import { RatingPageController } from './ratings/rating-page.controller.ts';
import { Ratings } from './ratings/ratings.ts';
import { RatingsController } from './ratings/ratings.controller.ts';
import { createRatingsProviders } from './ratings/ratings.providers.ts';
import { ProposalReads } from './proposals/proposal-reads.ts';
import { ProposalsController } from './proposals/proposals.controller.ts';
import { ReferenceData } from './reference/reference-data.ts';
import { ReferenceController } from './reference/reference.controller.ts';
import { serviceName } from './service.ts';

const POOL = Symbol('POOL');
const KAFKA = Symbol('KAFKA');
const PRODUCER = Symbol('PRODUCER');
const RELAY = Symbol('RELAY');

export interface IntakeOptions {
  readonly config: Config;
  readonly topics?: IntakeTopics;
  /** Epoch milliseconds; the clock of the machine unless a test brings its own. */
  readonly now?: () => number;
}

/** The composition root: the only file that knows concrete classes. */
@Module({})
export class AppModule {
  static forRoot({ config, topics = intakeTopics, now = Date.now }: IntakeOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [AuthModule.forRoot(toAuthOptions(config, serviceName))],
      controllers: [
        DossiersController,
        ...actionControllers,
        ProposalsController,
        ContactController,
        CalendarChangeController,
        EventLogController,
        EventsController,
        ImportSessionsController,
        ReferenceController,
        RatingsController,
        RatingPageController,
        KeysController,
      ],
      providers: [
        ...infrastructure(config, topics),
        ...services(config, topics, now),
        following(topics),
        ...referenceGuard,
        lifecycle(topics),
      ],
    };
  }
}

function openPool(
  { DATABASE_URL: url }: Config,
  logger: Logger,
  options: { readonly poolSize: number; readonly applicationName: string },
): Pool {
  const onIdleError = (err: Error): void => {
    logger.warn({ err }, 'an idle database connection was lost');
  };
  return createPool({ url, schema: intakeSchema, ...options, onIdleError });
}

function infrastructure(config: Config, topics: IntakeTopics): FactoryProvider[] {
  const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize } = config;
  return [
    {
      provide: POOL,
      inject: [LOGGER],
      useFactory: (logger: Logger) => openPool(config, logger, { poolSize, applicationName: 'dossier-intake' }),
    },
    {
      provide: KAFKA,
      inject: [LOGGER],
      useFactory: (log: Logger) => createKafkajsClient({ ...toKafkaConnection(config), clientId: 'dossier-intake', log }),
    },
    { provide: PRODUCER, inject: [KAFKA], useFactory: (client: KafkaClientPort) => client.createProducer() },
    {
      provide: RELAY,
      inject: [PRODUCER, KAFKA, LOGGER, METRICS],
      useFactory: (
        producer: ProducerPort,
        client: KafkaClientPort,
        logger: Logger,
        metrics: Parameters<typeof observeRelay>[2],
      ) => {
        const relay = createRelay({
          url,
          schema: intakeSchema,
          name: relayName,
          table: `${intakeSchema}.event`,
          columns: ['dossier_id', 'type', 'body'],
          toRecord: ({ dossier_id, body }) => ({ key: String(dossier_id), value: String(body) }),
          topic: topics.dossierEvents,
          progress: {
            isMark: ({ type }) => type === sessionEndType,
            toRecord: toProgressRecord,
            idleEveryMs: config.LOG_PROGRESS_IDLE_SECONDS * 1_000,
          },
          producer,
          log: client.admin,
          logger,
        });
        observeRelay(relay, relayName, metrics);
        return relay;
      },
    },
  ];
}

function services(config: Config, topics: IntakeTopics, now: () => number): FactoryProvider[] {
  const cipher = new ApplicantCipher(config.APPLICANT_KEYS, config.APPLICANT_HASH_KEY);
  const applicants = new ApplicantStore(cipher);
  const reasons = new ReasonStore(cipher);
  const shared = { pool: POOL, kafka: KAFKA, producer: PRODUCER };
  return [
    ...createRatingsProviders({ config, topics, cipher, now, shared }),
    { provide: ReferenceData, useFactory: () => new ReferenceData() },
    {
      provide: DossierCommands,
      inject: [POOL, ReferenceData, RELAY],
      useFactory: (pool: Pool, data: ReferenceData, relay: Relay) =>
        new DossierCommands({ pool, data, applicants, reasons, now, onAppended: wake(relay) }),
    },
    {
      provide: DossierReads,
      inject: [POOL, ReferenceData],
      useFactory: (pool: Pool, data: ReferenceData) => new DossierReads({ pool, data, applicants, reasons, now }),
    },
    {
      provide: ProposalReads,
      inject: [POOL, ReferenceData],
      useFactory: (pool: Pool, data: ReferenceData) => new ProposalReads({ pool, data, now }),
    },
    {
      provide: ApplicantContacts,
      inject: [POOL, Ratings],
      useFactory: (pool: Pool, ratings: Ratings) => new ApplicantContacts(pool, applicants, ratings, reasons),
    },
    {
      provide: EventIntake,
      inject: [POOL, ReferenceData, RELAY, ImportSessions],
      useFactory: (pool: Pool, data: ReferenceData, relay: Relay, sessions: ImportSessions) =>
        new EventIntake({
          pool,
          data,
          reasons,
          conceal: (source, text) => cipher.concealOfficer(source, text),
          now,
          onAppended: wake(relay),
          sessions,
          limits: toEventLimits(config),
          uploads: createUploadSemaphore(config),
        }),
    },
    {
      provide: ImportSessions,
      inject: [POOL, ReferenceData, RELAY],
      useFactory: (pool: Pool, data: ReferenceData, relay: Relay) =>
        new ImportSessions({
          pool,
          knowsUnit: (code) => data.findHistory('units', code) !== undefined,
          silenceMinutes: config.IMPORT_SESSION_SILENCE_MINUTES,
          onAppended: wake(relay),
        }),
    },
    {
      provide: CalendarChanges,
      inject: [POOL, ReferenceData],
      useFactory: (pool: Pool, data: ReferenceData) => new CalendarChanges({ pool, data, now }),
    },
    {
      provide: CalendarChangeWorker,
      inject: [ReferenceData, RELAY, LOGGER],
      useFactory: (data: ReferenceData, relay: Relay, logger: Logger) => {
        const pool = openPool(config, logger, { poolSize: 2, applicationName: 'dossier-intake calendar-change' });
        return new CalendarChangeWorker({ pool, data, logger, now, onAppended: wake(relay) });
      },
    },
    {
      provide: TableRotation,
      inject: [POOL],
      useFactory: (pool: Pool) =>
        new TableRotation({
          ...{ pool, cipher, variable: 'APPLICANT_KEYS', keyIds: cipher.keyIds },
          tables: { list: () => listEncryptedTables(cipher, applicants) },
        }),
    },
    { provide: EventLog, inject: [POOL, RELAY], useFactory: (pool: Pool, relay: Relay) => new EventLog(pool, relay) },
  ];
}

const wake = (relay: Relay) => () => {
  relay.wake();
};

function following({ units, procedures, calendars, ruleSets, staff, reasons }: IntakeTopics): FactoryProvider {
  return {
    provide: ReferenceFollower,
    inject: [KAFKA, ReferenceData, CalendarChangeWorker, LOGGER],
    useFactory: (client: KafkaClientPort, data: ReferenceData, changes: CalendarChangeWorker, logger: Logger) => {
      const onFailure = (err: Error): void => {
        logger.fatal({ err }, 'the reference data can no longer be followed');
        process.kill(process.pid, 'SIGTERM');
      };
      const onTaken = (kind: ReferenceKind | undefined): void => {
        if (kind === undefined || kind === 'calendars') changes.wake();
      };
      const followed = { units, procedures, calendars, 'rule-sets': ruleSets, staff, reasons };
      // Without staff dossiers are received all the same; whoever names an officer is told to enter them.
      const mayLack = ['staff'] as const;
      return new ReferenceFollower({ client, topics: followed, book: data, mayLack, logger, onTaken, onFailure });
    },
  };
}

function lifecycle(topics: IntakeTopics): FactoryProvider {
  return {
    provide: IntakeLifecycle,
    inject: [POOL, KAFKA, PRODUCER, RELAY, ReferenceFollower, CalendarChangeWorker, ImportSessions, HealthChecks, LOGGER],
    useFactory: (
      pool: Pool,
      client: KafkaClientPort,
      producer: ProducerPort,
      relay: Relay,
      follower: ReferenceFollower,
      changes: CalendarChangeWorker,
      sessions: ImportSessions,
      health: HealthChecks,
      logger: Logger,
    ) => {
      const events = { name: topics.dossierEvents, partitions: contractTopics.dossierEvents.partitions };
      return new IntakeLifecycle({ pool, client, producer, relay, follower, changes, sessions, health, logger, events });
    },
  };
}
