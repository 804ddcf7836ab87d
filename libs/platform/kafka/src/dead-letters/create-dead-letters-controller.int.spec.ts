import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ConflictException, NotFoundException } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createMessage } from '../testing/incoming-message.builder.ts';
import { createLedger, createLedgerProjection, type Ledger } from '../testing/ledger.fixture.ts';
import { createDeadLettersController } from './create-dead-letters-controller.ts';
import { DeadLetterOperations } from './dead-letter.operations.ts';
import { DeadLetterStore } from './dead-letter.store.ts';

const projection = createLedgerProjection('movements');
let ledger: Ledger;
let app: NestFastifyApplication;

const controller = createDeadLettersController({
  toProblem: ({ code, detail }) => (code === 'dlq.not-found' ? new NotFoundException(detail) : new ConflictException(code)),
  authorize: (_request, action) => `operator, ${action}`,
});

beforeAll(async () => {
  ledger = await createLedger();
  const operations = new DeadLetterOperations({
    transactions: ledger.transactions,
    schema: 'test',
    projections: () => [projection],
  });
  const module = await Test.createTestingModule({
    controllers: [controller],
    providers: [{ provide: DeadLetterOperations, useValue: operations }],
  }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
});
beforeEach(async () => {
  await ledger.clear();
  const identity = { projection: projection.name, clusterId: 'cluster', topicId: 'id', topic: 'movements', partition: 0 };
  const message = createMessage({ offset: 4n, key: 'a', value: JSON.stringify({ account: 'a', version: 1, balance: 10 }) });
  await ledger.transactions.run((transaction) =>
    new DeadLetterStore('test').park(transaction, identity, [{ message, reason: 'odd', step: 'parse' }]),
  );
});
afterAll(async () => {
  await app.close();
  await ledger.close();
});

const request = async (method: 'GET' | 'POST', path: string): Promise<{ status: number; body: Record<string, unknown> }> => {
  const response = await app.inject({ method, url: `/v1/dlq${path}` });
  return { status: response.statusCode, body: response.json() };
};
const getId = async (): Promise<string> => {
  const { deadLetters } = await app.get(DeadLetterOperations).list();
  return deadLetters[0]?.id ?? '';
};

describe('the dead letters’ controller', () => {
  it('lists by filter and shows one', async () => {
    const id = await getId();
    expect(await request('GET', '?status=parked&limit=1')).toMatchObject({
      status: 200,
      body: { deadLetters: [{ id, offset: '4' }], next: null },
    });
    expect((await request('GET', '?status=dropped')).body).toEqual({ deadLetters: [], next: null });
    expect(await request('GET', `/${id}`)).toMatchObject({
      status: 200,
      body: { id, reason: 'odd', payload: expect.stringContaining('balance') },
    });
    expect((await request('GET', '/999999')).status).toBe(404);
  });

  it('replays once, in the name of who asked', async () => {
    const id = await getId();
    expect(await request('POST', `/${id}/replay`)).toMatchObject({
      status: 200,
      body: { status: 'replayed', resolvedBy: 'operator, replay' },
    });
    expect(await request('POST', `/${id}/replay`)).toMatchObject({ status: 409, body: { message: 'dlq.not-parked' } });
    expect(await ledger.listEntries()).toEqual(['a/1']);
  });

  it('drops', async () => {
    expect(await request('POST', `/${await getId()}/drop`)).toMatchObject({ status: 200, body: { status: 'dropped' } });
  });
});
