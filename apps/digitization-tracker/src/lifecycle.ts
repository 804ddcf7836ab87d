import { topics } from '@motcua/contracts';
import type { HealthChecks } from '@motcua/http';
import type { BatchKafkaServer, KafkaClientPort, ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import { observeRelay, type Relay } from '@motcua/outbox';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import type { BackgroundLoop } from './background-loop.ts';
import { addHealthChecks } from './health/health-checks.ts';
import { observeFollowing } from './health/observe-following.ts';
import type { ReferenceFollower } from './reference/reference-follower.ts';
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
  readonly loops: readonly BackgroundLoop[];
  readonly health: HealthChecks;
  readonly metrics: Registry;
  readonly logger: Logger;
  readonly topics: TopicNames;
}

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;

/** Starts and stops what works in the background. The service listens at once and says what it still waits for. */
export class Lifecycle implements OnModuleInit, OnApplicationShutdown {
  readonly #stopping = new AbortController();
  #prepared: Promise<void> = Promise.resolve();

  constructor(private readonly parts: LifecycleParts) {}

  onModuleInit(): void {
    const { health, metrics, relay, server } = this.parts;
    addHealthChecks(health, this.parts);
    observeRelay(relay, 'digitization-events', metrics);
    observeFollowing(metrics, server);
    this.#prepared = this.#prepare();
  }

  /** Resolves when dossiers may be followed: the rules they follow are read. False: the service stops before it came to that. */
  async mayFollow(): Promise<boolean> {
    await this.#prepared;
    return !this.#isStopping();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    const { relay, follower, loops, producer, client, pool, store } = this.parts;
    await Promise.allSettled([relay.stop(), follower.stop(), ...loops.map((loop) => loop.stop())]);
    await Promise.allSettled([producer.close(), pool.end()]);
    store.close();
    await client.close();
  }

  async #prepare(): Promise<void> {
    const { client, relay, follower, loops, topics: names } = this.parts;
    const wanted = ['dossierEvents', 'digitizationEvents'] as const;
    const own = wanted.map((topic) => ({ name: names[topic], partitions: topics[topic].partitions }));
    await this.#untilItWorks(() => client.admin.createTopics(own));
    if (this.#isStopping()) return;
    relay.start();
    await this.#untilItWorks(() => follower.start());
    if (this.#isStopping()) return;
    for (const loop of loops) loop.start();
  }

  /** Kafka may come up after us. */
  async #untilItWorks(attempt: () => Promise<void>): Promise<void> {
    for (let waitMs = FIRST_RETRY_MS; !this.#isStopping(); waitMs = Math.min(LONGEST_RETRY_MS, waitMs * 2)) {
      try {
        await attempt();
        return;
      } catch (err) {
        if (this.#isStopping()) return;
        this.parts.logger.warn({ err, waitMs }, 'Kafka is not usable yet');
        await this.#rest(waitMs);
      }
    }
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#stopping.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
