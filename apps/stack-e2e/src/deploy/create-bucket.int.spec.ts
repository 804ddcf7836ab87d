import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { workspaceRoot } from './repository.ts';

/** What a store answers to HEAD and PUT of a bucket. @param busyAnswers how often it is not ready yet */
function createStore({ busyAnswers = 0, refuses = false } = {}) {
  const asked: string[] = [];
  const buckets = new Set<string>();
  const server = createServer(({ method = '', url = '', headers }, response) => {
    asked.push(`${method} ${url}`);
    const isSigned = headers.authorization?.includes('Credential=motcua/') === true;
    const answer = (): number => {
      if (!isSigned || refuses) return 403;
      if (busyAnswers-- > 0) return 503;
      if (method === 'PUT') buckets.add(url);
      return method === 'PUT' || buckets.has(url) ? 200 : 404;
    };
    response.writeHead(answer()).end();
  });
  return { asked, server };
}

async function run(server: Server): Promise<{ code: number; out: string }> {
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
  const S3_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account = { S3_BUCKET: 'motcua-files', S3_ACCESS_KEY_ID: 'motcua', S3_SECRET_ACCESS_KEY: 'secret' };
  const child = spawn(process.execPath, [join(workspaceRoot, 'deploy/create-bucket.js')], {
    env: { PATH: process.env['PATH'], S3_ENDPOINT, ...account },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>]);
  return { code, out };
}

describe('deploy/create-bucket.js', () => {
  let running: Server | undefined;
  afterEach(() => {
    running?.closeAllConnections();
    running?.close();
  });

  it('makes the bucket once', async () => {
    const { asked, server } = createStore();
    running = server;
    expect(await run(server)).toEqual({ code: 0, out: 'created bucket motcua-files\n' });
    expect(await run(server)).toEqual({ code: 0, out: 'bucket motcua-files is there\n' });
    expect(asked.map((request) => request.replace(/\?.*/, '').replace(/\/$/, ''))).toEqual([
      'HEAD /motcua-files',
      'PUT /motcua-files',
      'HEAD /motcua-files',
    ]);
  }, 30_000);

  it('waits for a store that is not ready yet', async () => {
    const { server } = createStore({ busyAnswers: 3 });
    running = server;
    expect(await run(server)).toEqual({ code: 0, out: 'created bucket motcua-files\n' });
  }, 30_000);

  it('ends with a failure where the account is refused', async () => {
    const { server } = createStore({ refuses: true });
    running = server;
    expect((await run(server)).code).not.toBe(0);
  }, 30_000);
});
