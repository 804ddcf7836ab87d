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
import { addHealthChecks } from './health/health-checks.ts';
import type { KafkaNames } from './kafka-names.ts';
import { LiveHub } from './live/live-hub.ts';
import { NameDirectory } from './names/name-directory.ts';
import { createNameReader } from './names/name-reader.ts';
import { KAFKA, KAFKA_NAMES, POOL } from './tokens.ts';
import { createUpdateListener } from './updates/update-listener.ts';
import { UpdatePublisher } from './updates/update-publisher.ts';

/** Starts what runs beside requests and batches, and stops it in the order in which it is used. */
@Injectable()
export class Lifecycle implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  #readers: CompactedTopicReader[] = [];
  #isStopping = false;

  constructor(
    @Inject(KAFKA) private readonly client: KafkaClientPort,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(KAFKA_NAMES) private readonly kafkaNames: KafkaNames,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) private readonly metrics: Registry,
    private readonly server: BatchKafkaServer,
    private readonly names: NameDirectory,
    private readonly hub: LiveHub,
    private readonly publisher: UpdatePublisher,
    private readonly health: HealthChecks,
  ) {}

  async onModuleInit(): Promise<void> {
    const options = { log: this.logger, onFailure: this.#fail };
    this.#readers = [
      createNameReader(this.client, this.kafkaNames, this.names, options),
      createUpdateListener(this.client, this.kafkaNames.kpiUpdates, this.hub, options),
    ];
    addHealthChecks(this.health, { pool: this.pool, server: this.server, readers: this.#readers });
    observeProjections(this.metrics, this.server);
    await this.#createTopics();
    for (const reader of this.#readers) reader.start().catch(this.#fail);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#readers.map((reader) => reader.stop()));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.publisher.close();
    await this.client.close();
    await this.pool.end();
  }

  /** Those that the stack has not made; with their own partitions and cleanup, so that who comes first does not matter. */
  async #createTopics(): Promise<void> {
    const wanted = ['dossierEvents', 'slaEvents', 'digitizationEvents', 'kpiUpdates', 'units', 'procedures'] as const;
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
