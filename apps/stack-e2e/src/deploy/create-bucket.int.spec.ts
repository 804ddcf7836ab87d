import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startS3Server, type S3Server } from '@motcua/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { workspaceRoot } from './repository.ts';

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3Server();
}, 120_000);
afterAll(() => s3.stop());

async function run(endpoint: string, secret = s3.credentials.secretAccessKey): Promise<{ code: number; out: string }> {
  const account = { S3_ACCESS_KEY_ID: s3.credentials.accessKeyId, S3_SECRET_ACCESS_KEY: secret };
  const child = spawn(process.execPath, [join(workspaceRoot, 'deploy/create-bucket.js')], {
    env: { PATH: process.env['PATH'], S3_ENDPOINT: endpoint, S3_BUCKET: 'motcua-files', ...account },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number]>]);
  return { code, out };
}

/** A store that listens before it can answer: so many times 503, then like one without the bucket. */
async function startLate(busyAnswers: number): Promise<{ endpoint: string; stop: () => void }> {
  const server = createServer((request, response) => {
    if (busyAnswers-- > 0) response.writeHead(503).end();
    else response.writeHead(request.method === 'HEAD' ? 404 : 200).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

describe('deploy/create-bucket.js', () => {
  it('makes the bucket once', async () => {
    expect(await run(s3.endpoint)).toEqual({ code: 0, out: 'created bucket motcua-files\n' });
    expect(await run(s3.endpoint)).toEqual({ code: 0, out: 'bucket motcua-files is there\n' });
  }, 30_000);

  it('waits for a store that is not ready yet', async () => {
    const late = await startLate(3);
    expect(await run(late.endpoint)).toEqual({ code: 0, out: 'created bucket motcua-files\n' });
    late.stop();
  }, 30_000);

  it('ends with a failure where the account is refused', async () => {
    expect(await run(s3.endpoint, 'wrong')).toEqual({ code: 1, out: '' });
  }, 30_000);
});
