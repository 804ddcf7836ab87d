import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueueStore } from '@motcua/queue';
import { getTestRedisUrl, uniqueName, waitFor } from '@motcua/testing';
import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDeliveriesFixture, type DeliveriesFixture } from '../testing/deliveries/deliveries-fixture.ts';
import { aDelivery } from '../testing/deliveries/new-delivery.builder.ts';
import { RedisProxy } from '../testing/deliveries/redis-proxy.ts';
import type { SenderSettings } from '../testing/deliveries/sender-process.ts';

/** A database of Redis of this suite's own: it is flushed. */
const redisUrl = getTestRedisUrl(10);
const prefix = uniqueName('deliveries');
let fixture: DeliveriesFixture;
let redis: Redis;

beforeAll(async () => {
  fixture = await createDeliveriesFixture();
  redis = new Redis(redisUrl);
});
afterEach(async () => {
  await fixture.stopAll();
  fixture.provider.calls.length = 0;
});
afterAll(async () => {
  await redis.flushdb();
  await redis.quit();
  await fixture.close();
});

const inRedis = (url = redisUrl): QueueStore => ({ kind: 'redis', url, prefix });
const allDelivered = async (ids: readonly string[]) => (await fixture.rows(ids)).every(({ state }) => state === 'delivered');
const slowly = (ms: number) => () =>
  new Promise<{ outcome: 'delivered'; answer: string }>((resolve) => {
    setTimeout(() => {
      resolve({ outcome: 'delivered', answer: 'taken' });
    }, ms);
  });

describe('the row is the truth', () => {
  it('so that an emptied Redis loses nothing and sends nothing twice', async () => {
    fixture.provider.answer = slowly(20);
    const ids = await fixture.insert(Array.from({ length: 200 }, () => aDelivery()));
    const deliveries = fixture.start({ store: inRedis() });
    deliveries.enqueue(ids);
    for (const part of [20, 60, 120]) {
      await waitFor(() => fixture.provider.calls.length >= part, { describe: `${part} to be sent` });
      await redis.flushdb();
    }
    await waitFor(() => allDelivered(ids), { describe: 'all to be delivered' });
    expect([fixture.provider.calls.length, fixture.provider.countById().size]).toEqual([200, 200]);
  });

  it('so that a Redis that stops and comes back empty only delays', async () => {
    const proxy = new RedisProxy(redisUrl);
    await proxy.open();
    fixture.provider.answer = slowly(20);
    const ids = await fixture.insert(Array.from({ length: 100 }, () => aDelivery()));
    const deliveries = fixture.start({ store: inRedis(proxy.url) });
    await waitFor(() => fixture.provider.calls.length >= 10, { describe: 'some to be sent' });
    await proxy.cut();
    await redis.flushdb();
    const later = await fixture.insert(Array.from({ length: 10 }, () => aDelivery()));
    deliveries.enqueue(later);
    expect(await deliveries.isQueueThere()).toBe(false);
    await proxy.open();
    await waitFor(() => allDelivered([...ids, ...later]), { describe: 'all to be delivered' });
    expect([fixture.provider.calls.length, fixture.provider.countById().size]).toEqual([110, 110]);
    await fixture.stopAll();
    await proxy.cut();
  });

  it('so that a Redis that is away when the service starts is waited for', async () => {
    const proxy = new RedisProxy(redisUrl);
    await proxy.open();
    await proxy.cut();
    const [id = ''] = await fixture.insert([aDelivery()]);
    fixture.start({ store: inRedis(proxy.url) });
    await proxy.open();
    await waitFor(() => allDelivered([id]), { describe: 'it to be delivered' });
    await fixture.stopAll();
    await proxy.cut();
  });
});

describe.each([
  ['Redis', () => inRedis()],
  ['PostgreSQL', () => fixture.postgres],
])('a sender that is killed in the middle of an attempt, with the queue in %s', (_name, store) => {
  const asked: string[] = [];
  const held: ServerResponse[] = [];
  let provider: Server;
  let sender: ChildProcess;

  beforeAll(async () => {
    provider = createServer((request, response) => {
      let id = '';
      request.on('data', (chunk: Buffer) => {
        id += chunk.toString();
      });
      request.on('end', () => {
        asked.push(id);
        held.push(response);
      });
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    sender.kill('SIGKILL');
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
  });

  it('is followed by another one, who asks for the same thing under the same id', async () => {
    fixture.provider.answer = () => ({ outcome: 'delivered', answer: 'taken' });
    const [id = ''] = await fixture.insert([aDelivery()]);
    sender = startSender(store(), provider);
    await waitFor(() => asked.length === 1, { describe: 'the provider to be asked' });
    expect(asked).toEqual([id]);
    sender.kill('SIGKILL');
    expect((await fixture.rows([id]))[0]).toMatchObject({ state: 'sending', attempts: 1 });
    // The lease of the dead sender is its time-out and a margin; nobody may take the row before.
    fixture.start({ store: store() });
    await waitFor(() => allDelivered([id]), { describe: 'the heir to send it' });
    expect(fixture.provider.calls.map((call) => call.id)).toEqual([id]);
    expect(await fixture.outcomes(id)).toEqual(['mail retry sender-lost', 'mail delivered']);
  });
});

function startSender(store: QueueStore, provider: Server): ChildProcess {
  const root = join(import.meta.dirname, '../../../..');
  const settings: SenderSettings = {
    databaseUrl: fixture.database.url,
    store,
    providerUrl: `http://127.0.0.1:${String((provider.address() as AddressInfo).port)}/`,
  };
  return spawn(
    process.execPath,
    [
      '--conditions=@motcua/source',
      '--import',
      join(root, 'libs/testing/src/jest/run-typescript.js'),
      join(import.meta.dirname, '../testing/deliveries/sender-process.ts'),
    ],
    { env: { ...process.env, SENDER: JSON.stringify(settings) }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
