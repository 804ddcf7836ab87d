import { afterEach, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkCallersOf } from './caller-check.ts';

let server: Server | undefined;
afterEach(async () => {
  if (server?.listening === true) await stop(server);
});
const stop = (running: Server): Promise<unknown> => new Promise((done) => running.close(done));

/** @param checks as the gateway's `/health/ready` tells them (`apps/gateway/src/limits/limits.int.spec.ts`) */
async function listen(checks: object): Promise<string> {
  server = createServer((_request, response) => response.end(JSON.stringify({ status: 'ready', reasons: [], checks })));
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('finds a gateway that takes a proxy for everybody, and names the setting', async () => {
  const [check] = await checkCallersOf(await listen({ callers: { ready: true, toldApart: false } }));
  expect(check).toMatchObject({ name: 'callers', ok: false, help: expect.stringContaining('TRUSTED_PROXY_HOPS=1') as unknown });
});

it('is content with one that tells its callers apart', async () => {
  expect(await checkCallersOf(await listen({ callers: { ready: true, toldApart: true } }))).toMatchObject([{ ok: true }]);
});

it('says nothing of one that trusts a proxy, or that does not answer', async () => {
  const url = await listen({ limits: { ready: true } });
  expect(await checkCallersOf(url)).toEqual([]);
  if (server !== undefined) await stop(server);
  expect(await checkCallersOf(url)).toEqual([]);
});
