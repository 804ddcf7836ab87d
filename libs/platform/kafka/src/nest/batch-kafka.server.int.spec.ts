import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestTopic, getTestKafkaBrokers, waitFor } from '@motcua/testing';
import {
  Controller,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type INestApplicationContext,
  type INestMicroservice,
  type NestInterceptor,
} from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import type { Observable } from 'rxjs';
import type { KafkaClientPort } from '../client/kafka-client.port.ts';
import { createKafkajsClient } from '../kafkajs/create-kafkajs-client.ts';
import type { BatchItem } from '../projection/batch-projection.ts';
import { skip } from '../projection/step-result.ts';
import {
  createLedger,
  createLedgerProjection,
  createMovements,
  toEntries,
  toRecord,
  type Ledger,
  type Movement,
} from '../testing/ledger.fixture.ts';
import { BatchHandlerContext } from './batch-handler.context.ts';
import { BatchHandler } from './batch-handler.decorator.ts';
import { BatchKafkaServer } from './batch-kafka.server.ts';

const brokers = getTestKafkaBrokers().split(',');
const movements = createMovements(['a', 'b', 'c'], 10);
let ledger: Ledger;
let client: KafkaClientPort;
let topic: string;

beforeAll(async () => {
  ledger = await createLedger();
  client = createKafkajsClient({ brokers, clientId: 'server-spec' });
  topic = await createTestTopic({ partitions: 2 });
  const producer = client.createProducer();
  const records = movements.map((movement) => toRecord(movement));
  const poison = { account: 'a', version: 99, balance: 9_999_999_999 };
  await producer.send(topic, [...records, toRecord(poison)]);
  await producer.close();
});
afterAll(async () => {
  await client.close();
  await ledger.close();
});

describe('BatchKafkaServer', () => {
  it('hands whole batches to a controller’s method through Nest’s pipeline', async () => {
    const projection = createLedgerProjection(topic);
    const seen: { batches: number; woken: number } = { batches: 0, woken: 0 };

    @Injectable()
    class CountingInterceptor implements NestInterceptor {
      intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
        seen.batches += 1;
        return next.handle();
      }
    }

    @Controller()
    class LedgerConsumer {
      @UseInterceptors(CountingInterceptor)
      @BatchHandler({ projection: projection.name, topics: [topic], step: (message) => projection.step(message) })
      async apply(@Payload() items: BatchItem<Movement>[], @Ctx() context: BatchHandlerContext): Promise<void> {
        await projection.apply(context.transaction, items, context.batch);
        context.afterCommit(() => {
          seen.woken += items.length;
        });
      }
    }

    const server = createServer();
    const app = await startApp(LedgerConsumer, server);
    await waitFor(() => server.listProjectionStatus()[0]?.caughtUp, { describe: 'caught up' });
    expect(await ledger.listEntries()).toEqual(toEntries(movements));
    expect(seen.woken).toBe(movements.length);
    expect(seen.batches).toBeGreaterThan(2);
    const { deadLetters } = await server.createDeadLetterOperations().list();
    expect(deadLetters.map(({ key, step }) => [key, step])).toEqual([['a', 'apply']]);
    expect(await server.createDeadLetterOperations().replay(deadLetters[0]?.id ?? '', 'me')).toMatchObject({
      code: 'dlq.still-failing',
    });
    await app.close();
    expect(server.listProjectionStatus()[0]?.state).toBe('stopped');
  });

  it('refuses two handlers of one name', async () => {
    const options = { projection: 'twice', topics: [topic], step: () => skip('never read') };

    @Controller()
    class TwiceConsumer {
      @BatchHandler(options)
      one(): Promise<void> {
        return Promise.resolve();
      }

      @BatchHandler(options)
      other(): Promise<void> {
        return Promise.resolve();
      }
    }
    await expect(startApp(TwiceConsumer, createServer())).rejects.toThrow('two handlers are named "twice"');
  });
});

const createServer = () =>
  new BatchKafkaServer({
    client,
    transactions: ledger.transactions,
    schema: 'test',
    refreshIntervalMs: 200,
    onFailure: (error) => {
      throw error;
    },
  });

async function startApp(
  controller: new () => object,
  strategy: BatchKafkaServer,
): Promise<INestMicroservice & INestApplicationContext> {
  const module = await Test.createTestingModule({ controllers: [controller] }).compile();
  const app = module.createNestMicroservice({ strategy, logger: false });
  await app.listen();
  return app;
}
