import { topics } from '@motcua/contracts';
import type { ServiceSigner } from '@motcua/auth';
import { createStreamSemaphore } from '@motcua/http';
import { BatchKafkaServer, createPgTransactions, DeadLetterOperations, type KafkaClientPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { toTransaction } from '@motcua/postgres';
import type { Provider } from '@nestjs/common';
import type { Pool } from 'pg';
import { schema, type Config } from './config.ts';
import { DigestGate } from './digest/digest-gate.ts';
import { DigestJob } from './digest/digest-job.ts';
import { LogGate } from './dossiers/log-gate.ts';
import { NoticeMetrics } from './health/notice-metrics.ts';
import { InboxHub } from './inbox/inbox-hub.ts';
import { InboxStore } from './inbox/inbox.store.ts';
import type { KafkaNames } from './kafka-names.ts';
import { Teller, type Told } from './notices/teller.ts';
import { UnitDirectory } from './organisation/unit-directory.ts';
import { LapseWatch } from './proposals/lapse-watch.ts';
import { createKpiFigures } from './targets/kpi-figures.ts';
import { TargetWatch } from './targets/target-watch.ts';
import { TemplateBook } from './templates/template-book.ts';
import { ENQUEUE, KAFKA, POOL, SERVICE_SIGNER, type Enqueue } from './tokens.ts';

/** Small enough for a storm to stay one list, large enough for an import to stream. */
const MESSAGES_PER_TRANSACTION = 1_000;

/** Who is told what, and when. */
export const createNoticeProviders = (config: Config, logger: Logger, names: KafkaNames): Provider[] => [
  UnitDirectory,
  NoticeMetrics,
  {
    provide: Teller,
    inject: [UnitDirectory, TemplateBook],
    useFactory: (directory: UnitDirectory, templates: TemplateBook) =>
      new Teller({
        directory,
        stormSize: config.STORM_SIZE,
        versionOf: (template) => (templates.has(template) ? templates.get(template).version : 1),
      }),
  },
  {
    provide: BatchKafkaServer,
    inject: [KAFKA, POOL],
    useFactory: (client: KafkaClientPort, pool: Pool) =>
      new BatchKafkaServer({
        client,
        transactions: createPgTransactions(pool),
        schema,
        groupPrefix: names.groupPrefix,
        maxMessagesPerTransaction: MESSAGES_PER_TRANSACTION,
        log: logger,
        onFailure: (err) => {
          logger.fatal({ err }, 'events cannot be told; the process ends to be started again');
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
    provide: InboxStore,
    inject: [POOL, TemplateBook],
    useFactory: (pool: Pool, templates: TemplateBook) => new InboxStore(toTransaction(pool), templates),
  },
  {
    provide: InboxHub,
    inject: [InboxStore],
    useFactory: (inboxes: InboxStore) =>
      new InboxHub(
        inboxes,
        createStreamSemaphore({
          subject: 'inbox',
          perSubject: config.INBOX_STREAMS_PER_SUBJECT,
          inAll: config.INBOX_STREAMS,
        }),
        (err) => {
          logger.warn({ err }, 'live inboxes could not be read and are tried again');
        },
      ),
  },
  {
    provide: DigestGate,
    inject: [POOL, NoticeMetrics],
    useFactory: (pool: Pool, metrics: NoticeMetrics) => {
      const gate = new DigestGate(pool, topics.dossierEvents.partitions);
      metrics.observeDigests(gate);
      return gate;
    },
  },
  {
    provide: DigestJob,
    inject: [POOL, UnitDirectory, Teller, DigestGate, NoticeMetrics, ENQUEUE],
    useFactory: (
      pool: Pool,
      directory: UnitDirectory,
      teller: Teller,
      gate: DigestGate,
      metrics: NoticeMetrics,
      enqueue: Enqueue,
    ) =>
      new DigestJob({
        pool,
        directory,
        teller,
        gate,
        onTold: sendAfterwards(metrics, enqueue),
        logger,
      }),
  },
  {
    provide: LapseWatch,
    inject: [POOL, Teller, NoticeMetrics, ENQUEUE],
    useFactory: (pool: Pool, teller: Teller, metrics: NoticeMetrics, enqueue: Enqueue) =>
      new LapseWatch({
        pool,
        teller,
        gate: new LogGate(pool, topics.dossierEvents.partitions),
        onTold: sendAfterwards(metrics, enqueue),
        logger,
      }),
  },
  {
    provide: TargetWatch,
    inject: [POOL, UnitDirectory, Teller, SERVICE_SIGNER, NoticeMetrics, ENQUEUE],
    useFactory: (
      pool: Pool,
      directory: UnitDirectory,
      teller: Teller,
      sign: ServiceSigner,
      metrics: NoticeMetrics,
      enqueue: Enqueue,
    ) =>
      new TargetWatch({
        pool,
        directory,
        teller,
        figures: createKpiFigures({
          url: config.KPI_URL,
          tokens: sign({ audience: 'kpi-aggregator', scopes: ['board:read'] }),
        }),
        onTold: sendAfterwards(metrics, enqueue),
        onError: (err) => {
          logger.warn({ err }, 'a target could not be compared with its figure and is tried again');
        },
      }),
  },
];

const sendAfterwards =
  (metrics: NoticeMetrics, enqueue: Enqueue) =>
  (told: Told): void => {
    metrics.count(told);
    enqueue(told.deliveryIds);
  };
