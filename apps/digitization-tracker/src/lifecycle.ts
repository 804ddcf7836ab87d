import { topics } from '@motcua/contracts';
import type { HealthChecks } from '@motcua/http';
import type { BatchKafkaServer, KafkaClientPort, ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { observeRelay, type Relay } from '@motcua/outbox';
import { observeProjections, untilKafkaAnswers, type BackgroundLoop, type ReferenceFollower } from '@motcua/service';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { addHealthChecks } from './health/health-checks.ts';
import type { FileExaminer } from './examination/file-examiner.ts';
import type { ContentStore } from './storage/content-store.ts';
import type { TopicNames } from './topic-names.ts';

export interface LifecycleParts {
  readonly pool: Pool;
  readonly client: KafkaClientPort;
  readonly producer: ProducerPort;
  readonly relay: Relay;
  readonly server: BatchKafkaServer;
  readonly follower: ReferenceFollower;
  readonly store: ContentStore;
  readonly examiner: FileExaminer;
  readonly loops: readonly BackgroundLoop[];
  readonly health: HealthChecks;
  readonly metrics: Registry;
  readonly logger: Logger;
  readonly topics: TopicNames;
}

/** Starts and stops what works in the background. The service listens at once and says what it still waits for. */
export class Lifecycle implements OnModuleInit, OnApplicationShutdown {
  readonly #stopping = new AbortController();
  #prepared: Promise<void> = Promise.resolve();

  constructor(private readonly parts: LifecycleParts) {}

  onModuleInit(): void {
    const { health, metrics, relay, server } = this.parts;
    addHealthChecks(health, this.parts);
    observeRelay(relay, 'digitization-events', metrics);
    observeProjections(metrics, server);
    this.#prepared = this.#prepare();
  }

  /** Resolves when dossiers may be followed: the rules they follow are read. False: the service stops before it came to that. */
  async mayFollow(): Promise<boolean> {
    await this.#prepared;
    return !this.#isStopping();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    const { relay, follower, loops, producer, client, pool, store, examiner } = this.parts;
    await Promise.allSettled([relay.stop(), follower.stop(), examiner.stop(), ...loops.map((loop) => loop.stop())]);
    await Promise.allSettled([producer.close(), pool.end()]);
    store.close();
    await client.close();
  }

  async #prepare(): Promise<void> {
    const { client, relay, follower, loops, topics: names, logger } = this.parts;
    const patience = { signal: this.#stopping.signal, logger };
    const wanted = ['dossierEvents', 'digitizationEvents'] as const;
    const own = wanted.map((topic) => ({ name: names[topic], partitions: topics[topic].partitions }));
    await untilKafkaAnswers(() => client.admin.createTopics(own), patience);
    if (this.#isStopping()) return;
    relay.start();
    await untilKafkaAnswers(() => follower.start(), patience);
    if (this.#isStopping()) return;
    for (const loop of loops) loop.start();
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }
}
