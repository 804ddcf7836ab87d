import { BatchKafkaServer, createPgTransactions } from '@motcua/kafka';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { createKpiConsumer } from '../consumers/kpi.consumer.ts';
import { throughput } from '../consumers/throughput.ts';
import { UpdatePublisher } from '../consumers/update-publisher.ts';
import { Dimensions } from '../projection/dimensions/dimensions.ts';
import { DocumentProjector } from '../projection/documents/project-documents.ts';
import { InstitutionalProjector } from '../projection/institutional/project-institutional.ts';
import { OverdueCauseProjector } from '../projection/overdue-causes/project-overdue-causes.ts';
import { EventProjector } from '../projection/project-events.ts';
import { RatingProjector } from '../projection/ratings/project-ratings.ts';
import { localDays } from '../time/local-days.ts';
import type { BenchFixture } from './bench-fixture.ts';

/** Hears what the consumer does. */
export interface ConsumerWatch {
  /** A transaction begins. */
  begin(): void;
  committed(topic: string, events: number): void;
  /** Resolves when the consumer has done what is measured. */
  readonly done: Promise<unknown>;
}

/** The service's own consumer over the batch transport, as it runs in production but for the wake-ups, until the watch is done. */
export async function runConsumer(fixture: BenchFixture, pool: Pool, watch: ConsumerWatch): Promise<void> {
  const { client, topic, slaTopic, digitizationTopic, ratingTopic, institutionalTopic } = fixture;
  const dimensions = new Dimensions(pool);
  const transactions = createPgTransactions(pool);
  const strategy = new BatchKafkaServer({
    client,
    schema: 'kpi',
    // a bench may run it more than once, on databases of their own
    groupPrefix: `${topic}.${randomUUID().slice(0, 8)}.`,
    ...throughput,
    transactions: {
      async run(work) {
        watch.begin();
        return transactions.run(work);
      },
    },
    onFailure: (error) => {
      throw error;
    },
  });
  const committed = watchCommits(strategy, watch);
  const names = {
    dossierEvents: topic,
    slaEvents: slaTopic,
    digitizationEvents: digitizationTopic,
    ratingEvents: ratingTopic,
    institutional: institutionalTopic,
  };

  @Module({
    controllers: [createKpiConsumer(names)],
    providers: [
      { provide: EventProjector, useValue: new EventProjector(dimensions, localDays) },
      { provide: OverdueCauseProjector, useValue: new OverdueCauseProjector(dimensions, localDays) },
      { provide: DocumentProjector, useValue: new DocumentProjector(dimensions, localDays) },
      { provide: RatingProjector, useValue: new RatingProjector(dimensions, localDays) },
      { provide: InstitutionalProjector, useValue: new InstitutionalProjector() },
      { provide: UpdatePublisher, useValue: { publish: () => undefined } },
    ],
  })
  class BenchModule {}
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(BenchModule, { strategy, logger: false });
  await app.listen();
  await watch.done;
  clearInterval(committed);
  await app.close();
}

/** The transport's own positions say what is committed. */
function watchCommits(server: BatchKafkaServer, watch: ConsumerWatch): NodeJS.Timeout {
  const seen = new Map<string, number>();
  return setInterval(() => {
    const partitions = server.listProjectionStatus().flatMap((status) => status.partitions);
    for (const { topic, partition, nextOffset } of partitions) {
      const key = `${topic}/${partition}`;
      const before = seen.get(key) ?? 0;
      if (Number(nextOffset) > before) watch.committed(topic, Number(nextOffset) - before);
      seen.set(key, Number(nextOffset));
    }
  }, 5);
}
