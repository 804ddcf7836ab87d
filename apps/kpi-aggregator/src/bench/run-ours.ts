import { BatchKafkaServer, createPgTransactions } from '@motcua/kafka';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { Pool } from 'pg';
import { kafkaNames } from '../kafka-names.ts';
import { Dictionary } from '../projection/dictionary/dictionary.ts';
import { createKpiConsumer } from '../projection/kpi.consumer.ts';
import { VerdictProjector } from '../projection/verdicts/project-verdicts.ts';
import { throughput } from '../projection/throughput.ts';
import { EventProjector } from '../projection/project-events.ts';
import { localDays } from '../time/local-days.ts';
import { UpdatePublisher } from '../updates/update-publisher.ts';
import type { BenchStand } from './bench-stand.ts';
import { Stopwatch } from './stopwatch.ts';

/** The service's own consumer over the batch transport, as it runs in production but for the wake-ups. Answers events a second. */
export async function runOurs({ client, topic, slaTopic }: BenchStand, pool: Pool, events: number): Promise<number> {
  const stopwatch = new Stopwatch(events);
  const dictionary = new Dictionary(pool);
  const transactions = createPgTransactions(pool);
  const strategy = new BatchKafkaServer({
    client,
    schema: 'kpi',
    groupPrefix: `${topic}.`,
    ...throughput,
    transactions: {
      async run(work) {
        stopwatch.begin();
        return transactions.run(work);
      },
    },
    onFailure: (error) => {
      throw error;
    },
  });
  const committed = watchCommits(strategy, stopwatch);

  @Module({
    controllers: [createKpiConsumer({ ...kafkaNames, dossierEvents: topic, slaEvents: slaTopic })],
    providers: [
      { provide: EventProjector, useValue: new EventProjector(dictionary, localDays) },
      { provide: VerdictProjector, useValue: new VerdictProjector(dictionary, localDays) },
      { provide: UpdatePublisher, useValue: { publish: () => undefined } },
    ],
  })
  class BenchModule {}
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(BenchModule, { strategy, logger: false });
  await app.listen();
  await stopwatch.done;
  clearInterval(committed);
  await app.close();
  return stopwatch.eventsPerSecond();
}

/** The transport's own positions say what is committed. */
function watchCommits(server: BatchKafkaServer, stopwatch: Stopwatch): NodeJS.Timeout {
  let seen = 0;
  return setInterval(() => {
    const partitions = server.listProjectionStatus().flatMap((status) => status.partitions);
    const committed = Number(partitions.reduce((sum, { nextOffset }) => sum + nextOffset, 0n));
    if (committed > seen) stopwatch.count(committed - seen);
    seen = committed;
  }, 5);
}
