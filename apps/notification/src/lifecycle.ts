import { topics } from '@motcua/contracts';
import { HealthChecks, LOGGER, METRICS } from '@motcua/http';
import { BatchKafkaServer, type CompactedTopicReader, type KafkaClientPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { observeProjections } from '@motcua/service';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { Deliveries } from './deliveries/deliveries.ts';
import { DigestGate } from './digest/digest-gate.ts';
import { DigestJob } from './digest/digest-job.ts';
import { addHealthChecks } from './health/health-checks.ts';
import { InboxHub } from './inbox/inbox-hub.ts';
import type { KafkaNames } from './kafka-names.ts';
import { createDirectoryReader } from './organisation/directory-reader.ts';
import { UnitDirectory } from './organisation/unit-directory.ts';
import { LapseWatch } from './proposals/lapse-watch.ts';
import { createUpdateReader } from './targets/create-update-reader.ts';
import { TargetWatch } from './targets/target-watch.ts';
import { KAFKA, KAFKA_NAMES, POOL } from './tokens.ts';

/** Starts what runs beside requests and batches, and stops it in the order in which it is used. */
@Injectable()
export class Lifecycle implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  #readers: CompactedTopicReader[] = [];
  #isStopping = false;
  #setLoaded: () => void = () => undefined;
  /** Resolves when units and calendars are known: before, nothing can be told at the right hour. */
  readonly loaded = new Promise<void>((resolve) => {
    this.#setLoaded = resolve;
  });

  constructor(
    @Inject(KAFKA) private readonly client: KafkaClientPort,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(KAFKA_NAMES) private readonly kafkaNames: KafkaNames,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) private readonly metrics: Registry,
    private readonly server: BatchKafkaServer,
    private readonly directory: UnitDirectory,
    private readonly deliveries: Deliveries,
    private readonly digests: DigestJob,
    private readonly gate: DigestGate,
    private readonly lapses: LapseWatch,
    private readonly targets: TargetWatch,
    private readonly inboxes: InboxHub,
    private readonly health: HealthChecks,
  ) {}

  async onModuleInit(): Promise<void> {
    const options = { log: this.logger, onFailure: this.#fail };
    const directory = createDirectoryReader(this.client, this.kafkaNames, this.directory, options);
    const updates = createUpdateReader(this.client, this.kafkaNames.kpiUpdates, this.targets, options);
    this.#readers = [directory, updates];
    addHealthChecks(this.health, {
      pool: this.pool,
      server: this.server,
      directory: this.directory,
      deliveries: this.deliveries,
      digests: this.gate,
    });
    observeProjections(this.metrics, this.server);
    await this.#createTopics();
    this.deliveries.start();
    updates.start().catch(this.#fail);
    directory.start().then(() => {
      if (this.#isStopping) return;
      this.directory.setLoaded();
      this.#setLoaded();
      this.digests.start();
      this.lapses.start();
      this.targets.start();
    }, this.#fail);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    this.inboxes.close();
    await Promise.all([
      this.digests.stop(),
      this.lapses.stop(),
      this.targets.stop(),
      ...this.#readers.map((reader) => reader.stop()),
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.deliveries.close();
    await this.client.close();
    await this.pool.end();
  }

  /** Those that the stack has not made; with their own partitions and cleanup, so that who comes first does not matter. */
  async #createTopics(): Promise<void> {
    const wanted = ['dossierEvents', 'slaEvents', 'kpiUpdates', 'units', 'procedures', 'calendars', 'staff', 'reasons'] as const;
    await this.client.admin.createTopics(
      wanted.map((topic) => ({
        name: this.kafkaNames[topic],
        partitions: topics[topic].partitions,
        compact: topics[topic].compact,
      })),
    );
  }

  readonly #fail = (err: unknown): void => {
    // A reader that is stopped while it is still starting says that its connection was closed.
    if (this.#isStopping) return;
    this.logger.fatal({ err }, 'a topic cannot be read; the process ends to be started again');
    process.exit(1);
  };
}
