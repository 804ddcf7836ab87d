import type { HealthChecks } from '@motcua/http';
import type { BatchKafkaServer, KafkaClientPort, ProducerPort } from '@motcua/kafka';
import type { Logger } from '@motcua/observability';
import type { ReferenceReader } from '@motcua/reference';
import type { BeforeApplicationShutdown, OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';
import { observeProjections } from './consumers/observe-projections.ts';
import { reportProjections } from './consumers/report-projections.ts';
import type { Broadcasts } from './broadcasts/broadcasts.ts';
import type { DatabaseGate } from './database/database-gate.ts';
import type { BackgroundLoops } from './loops/background-loops.ts';
import type { Relays } from './relays/relays.ts';
import type { TopicCreation } from './topics/topic-creation.ts';

export interface LifecycleParts {
  readonly pool: Pool;
  readonly client: KafkaClientPort;
  readonly producer: ProducerPort;
  readonly database: DatabaseGate;
  readonly topics: TopicCreation;
  readonly relays: Relays;
  readonly loops: BackgroundLoops;
  readonly broadcasts: Broadcasts;
  readonly reference: ReferenceReader | undefined;
  readonly consumers: BatchKafkaServer | undefined;
  readonly health: HealthChecks;
  readonly metrics: Registry;
  readonly logger: Logger;
}

/**
 * The one order in which a service comes and goes: database → its migrations → topics, in the background → reference data → loops →
 * consumers; each is waited for, and said in readiness until it is there. It stops the other way round. Requests are answered from
 * the beginning: what a route needs it asks for itself.
 */
export class ServiceLifecycle implements BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #stopping = new AbortController();

  constructor(private readonly parts: LifecycleParts) {
    const { health, metrics, database, topics, relays, reference, consumers } = parts;
    health.add('database', () => database.report(), 'answers');
    health.add('topics', () => topics.report());
    if (reference !== undefined) health.add('reference', () => reference.report(), 'answers');
    if (consumers !== undefined) {
      health.add('projection', () => reportProjections(consumers));
      observeProjections(metrics, consumers);
    }
    relays.observe(health, metrics);
  }

  /** Nest's transport; undefined: the service consumes nothing. */
  get consumers(): BatchKafkaServer | undefined {
    return this.parts.consumers;
  }

  /** @param startConsumers called last, once everything that a batch of events rests on is there */
  async run(startConsumers: () => Promise<unknown>): Promise<void> {
    const { database, loops } = this.parts;
    const { signal } = this.#stopping;
    if (!(await database.pass(signal))) return;
    this.parts.relays.watch();
    const topics = this.#runTopics();
    this.parts.broadcasts.start();
    await this.#startReference();
    if (signal.aborted) return;
    loops.start();
    // Without their topics consumers would die of it.
    if ((await topics) && !this.#isStopping()) await startConsumers();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    this.parts.health.stop();
    // What features close in their own shutdown is used no more then.
    await Promise.allSettled([this.parts.consumers?.close(), this.parts.loops.stop()]);
  }

  /** The last request has been answered: what it wrote may still be published. */
  async onApplicationShutdown(): Promise<void> {
    const { broadcasts, reference, relays, producer, client, pool } = this.parts;
    await Promise.allSettled([broadcasts.stop(), reference?.stop(), relays.stop()]);
    await Promise.allSettled([producer.close(), pool.end()]);
    await client.close();
  }

  async #runTopics(): Promise<boolean> {
    const areThere = await this.parts.topics.run(this.#stopping.signal);
    if (areThere && !this.#isStopping()) this.parts.relays.start();
    return areThere;
  }

  /** What is stored is read from the database, which may be away for a moment. */
  async #startReference(): Promise<void> {
    const { reference, database, logger } = this.parts;
    while (reference !== undefined && !this.#isStopping()) {
      try {
        await reference.start();
        return;
      } catch (err) {
        logger.warn({ err }, 'the stored reference data cannot be read yet');
        await database.pass(this.#stopping.signal);
      }
    }
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }
}
