import { inTransaction } from '@motcua/postgres';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport, type MicroserviceOptions } from '@nestjs/microservices';
import type { Pool } from 'pg';
import { toDossierEvent } from '../events/dossier-event.ts';
import { Dimensions } from '../projection/dimensions/dimensions.ts';
import { EventProjector } from '../projection/project-events.ts';
import { localDays } from '../time/local-days.ts';
import type { BenchFixture } from './bench-fixture.ts';
import { Stopwatch } from './stopwatch.ts';

/** The usual way: Nest's own Kafka transport, a handler an event, a transaction an event, the same facts and cells. */
export async function runBaseline({ brokers, topic }: BenchFixture, pool: Pool, events: number): Promise<number> {
  const stopwatch = new Stopwatch(events);
  const projector = new EventProjector(new Dimensions(pool), localDays);

  @Controller()
  class BaselineConsumer {
    @EventPattern(topic)
    async project(@Payload() event: unknown): Promise<void> {
      stopwatch.begin();
      const parsed = toDossierEvent(event);
      await inTransaction(pool, (transaction) => projector.project(transaction, 0, 0, [parsed]));
      stopwatch.count(1);
    }
  }
  @Module({ controllers: [BaselineConsumer] })
  class BaselineModule {}

  const app = await NestFactory.createMicroservice<MicroserviceOptions>(BaselineModule, {
    transport: Transport.KAFKA,
    logger: false,
    options: {
      client: { brokers: [...brokers], clientId: 'bench-baseline' },
      consumer: { groupId: `${topic}.baseline` },
      subscribe: { fromBeginning: true },
      run: { partitionsConsumedConcurrently: 3 },
    },
  });
  await app.listen();
  await stopwatch.done;
  await app.close();
  return stopwatch.eventsPerSecond();
}
