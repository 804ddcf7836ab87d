import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@motcua/observability';
import { getTestRedisUrl, waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { startGateway, type GatewayFixture } from '../testing/gateway-fixture.ts';
import { RedisLimits } from './redis-limits.ts';

const redisUrl = new URL(getTestRedisUrl(11));
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const prefixOf = (): string => `motcua-spec:${randomUUID()}:`;
const logger = createLogger('limits-spec', { level: 'silent' });
function open(url: string, prefix: string): RedisLimits {
  const limits = new RedisLimits({ url, prefix, logger });
  closing.push(() => {
    limits.close();
    return Promise.resolve();
  });
  return limits;
}

/** A way to Redis that can be shut, and can hang: it takes connections and says nothing. */
async function openDoor(): Promise<{ url: string; shut: () => Promise<void>; hang: () => void; pass: () => void }> {
  const sockets = new Set<Socket>();
  /** What came in the meantime, while it hangs. */
  let held: (() => void)[] | undefined;
  const server: Server = createServer((client) => {
    const redis = createConnection(Number(redisUrl.port || 6379), redisUrl.hostname);
    for (const socket of [client, redis]) sockets.add(socket.on('error', () => socket.destroy()));
    client.on('data', (data) => {
      const send = () => void redis.write(data);
      if (held === undefined) send();
      else held.push(send);
    });
    redis.on('data', (data) => void client.write(data));
    client.once('close', () => redis.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const shut = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  closing.push(shut);
  const pass = (): void => {
    const late = held ?? [];
    held = undefined;
    for (const send of late) send();
  };
  const url = new URL(redisUrl);
  url.host = `127.0.0.1:${String(port)}`;
  return { url: url.href, shut, hang: () => void (held ??= []), pass };
}

const untilShared = (limits: RedisLimits) => waitFor(() => limits.isShared, { describe: 'Redis' });

describe('limits in Redis', () => {
  it('are one count for all who share them, and end with their window', async () => {
    const prefix = prefixOf();
    const [one, other] = [open(redisUrl.href, prefix), open(redisUrl.href, prefix)];
    await Promise.all([untilShared(one), untilShared(other)]);
    const counts = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? one : other).count('a', 60_000)));
    expect(counts.map(({ current }) => current).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    for (const { ttl } of counts) expect(ttl).toBeGreaterThan(50_000);
    expect(await one.count('b', 60_000)).toMatchObject({ current: 1 });
    await one.count('short', 50);
    await waitFor(async () => (await other.count('short', 50)).current === 1, { describe: 'a new window', intervalMs: 80 });
  });

  it('are counted here while Redis is away or hangs, and shared again when it is back', async () => {
    const door = await openDoor();
    const limits = open(door.url, prefixOf());
    await untilShared(limits);
    expect(await limits.count('a', 60_000)).toMatchObject({ current: 1 });
    door.hang();
    // It hangs until it is told to pass: an answer is one that was not waited for.
    expect(await limits.count('a', 60_000)).toMatchObject({ current: 1 });
    expect(await limits.count('a', 60_000)).toMatchObject({ current: 2 });
    expect(limits.isShared).toBe(false);
    door.pass();
    await waitFor(async () => (await limits.count('back', 60_000), limits.isShared), { describe: 'Redis to be asked again' });
    await door.shut();
    await waitFor(async () => (await limits.count('gone', 60_000), !limits.isShared), { describe: 'Redis to be away' });
    expect((await limits.count('b', 60_000)).current).toBe(1);
  });
});

describe('two gateways', () => {
  const ask = async ({ url }: GatewayFixture, headers: { authorization: string }) =>
    (await fetch(`${url}/v1/board`, { headers })).status;
  const start = async (environment: Record<string, string>, issuer?: GatewayFixture['issuer']) => {
    const gateway = await startGateway({ RATE_LIMIT_PER_MINUTE: '4', ...environment }, issuer);
    closing.push(() => gateway.close());
    return gateway;
  };

  it('share the count of a subject', async () => {
    const environment = { REDIS_URL: redisUrl.href, REDIS_KEY_PREFIX: prefixOf() };
    const one = await start(environment);
    const other = await start(environment, one.issuer);
    const readiness = async ({ operations }: GatewayFixture) =>
      (await operations.inject('/health/ready')).json<{ checks: { limits: { shared: boolean } } }>().checks.limits.shared;
    for (const gateway of [one, other]) await waitFor(() => readiness(gateway), { describe: 'Redis' });
    const headers = await one.issuer.bearer({ role: 'counter', unit: 'dong-xuan', sub: 'busy' });
    const statuses = [];
    for (const gateway of [one, other, one, other, one, other]) statuses.push(await ask(gateway, headers));
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  });

  it('stay open without Redis, each with its own count', async () => {
    const environment = { REDIS_URL: 'redis://127.0.0.1:1', REDIS_KEY_PREFIX: prefixOf() };
    const one = await start(environment);
    const other = await start(environment, one.issuer);
    const headers = await one.issuer.bearer({ role: 'counter', unit: 'dong-xuan', sub: 'busy' });
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push(await ask(one, headers));
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    expect(await ask(other, headers)).toBe(200);
    expect((await one.operations.inject('/health/ready')).json()).toMatchObject({
      status: 'ready',
      checks: { limits: { ready: true, shared: false } },
    });
  });
});
