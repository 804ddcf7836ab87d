import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueueStore } from '@motcua/queue';
import { FaultProxy, getTestRedisUrl, uniqueName, waitFor } from '@motcua/testing';
import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDeliveriesFixture, type DeliveriesFixture } from '../testing/deliveries/deliveries-fixture.ts';
import { aDelivery } from '../testing/deliveries/new-delivery.builder.ts';
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
    const { proxy, url } = await FaultProxy.before(redisUrl);
    fixture.provider.answer = slowly(20);
    const ids = await fixture.insert(Array.from({ length: 100 }, () => aDelivery()));
    const deliveries = fixture.start({ store: inRedis(url) });
    await waitFor(() => fixture.provider.calls.length >= 10, { describe: 'some to be sent' });
    proxy.refuse();
    await redis.flushdb();
    const later = await fixture.insert(Array.from({ length: 10 }, () => aDelivery()));
    deliveries.enqueue(later);
    expect(await deliveries.isQueueThere()).toBe(false);
    proxy.open(new URL(redisUrl).host);
    await waitFor(() => allDelivered([...ids, ...later]), { describe: 'all to be delivered' });
    expect([fixture.provider.calls.length, fixture.provider.countById().size]).toEqual([110, 110]);
    await fixture.stopAll();
    await proxy.close();
  });

  it('so that a Redis that is away when the service starts is waited for', async () => {
    const { proxy, url } = await FaultProxy.before(redisUrl);
    proxy.refuse();
    const [id = ''] = await fixture.insert([aDelivery()]);
    fixture.start({ store: inRedis(url) });
    proxy.open(new URL(redisUrl).host);
    await waitFor(() => allDelivered([id]), { describe: 'it to be delivered' });
    await fixture.stopAll();
    await proxy.close();
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

describe('a sender that is stopped between its claim and sending, until the claim is over', () => {
  it('sends nothing when it goes on: another one has', async () => {
    fixture.provider.answer = () => ({ outcome: 'delivered', answer: 'taken' });
    const dossierId = randomUUID();
    const contact = { dossierId, name: 'A', phone: null, email: 'a@example.vn', language: null, zaloConsent: null };
    const found = { status: 'found', contact: { ...contact, ratingLink: null, reasonText: null } } as const;
    let goOn: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => (goOn = resolve));
    let asked = 0;
    const find = async () => {
      asked += 1;
      await stopped;
      return found;
    };
    const [id = ''] = await fixture.insert([aDelivery({ recipientKind: 'applicant', dossierId })]);
    // Of a queue of its own: a process that is really stopped does not renew its lock of the job, as this one does.
    fixture.start({ store: inRedis(), contacts: { find } });
    await waitFor(() => asked === 1, { describe: 'the first to have claimed it' });
    fixture.start({ store: fixture.postgres, contacts: { find: () => Promise.resolve(found) } });
    await waitFor(() => allDelivered([id]), { describe: 'the second to send it' });
    goOn();
    await waitFor(async () => (await fixture.outcomes(id))[0]?.includes('sender-lost') !== true, {
      describe: 'the first to say what it did',
    });
    expect(await fixture.outcomes(id)).toEqual(['mail retry claim-over', 'mail delivered']);
    expect(fixture.provider.calls).toHaveLength(1);
    expect((await fixture.rows([id]))[0]).toMatchObject({ state: 'delivered', attempts: 2 });
  }, 60_000);
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
