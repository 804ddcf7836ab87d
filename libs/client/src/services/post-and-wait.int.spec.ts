import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postAndWait } from './post-and-wait.ts';

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[];
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => {
  asked = [];
});

const connect = () => ({
  gatewayUrl: url,
  createToken: ({ role }: { role: string }) => Promise.resolve(`token-of-${role}`),
});
const post = () => postAndWait(connect(), { service: 'tracker', path: '/v1/x', query: { unit: 'a b', day: undefined } });

describe('a service that compares everything', () => {
  it('is asked as an administrator, and its answer is read', async () => {
    answer = (_request, response) => response.end('{"files":2}');
    expect(await post()).toEqual({ files: 2 });
    expect(asked).toEqual(['POST /v1/x?unit=a+b Bearer token-of-admin']);
  });

  it('may refuse: its own words are the failure', async () => {
    answer = (_request, response) => {
      response.writeHead(409, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ code: 'rebuild.running', title: 'A rebuild is running' }));
    };
    await expect(post()).rejects.toMatchObject({ code: 'rebuild.running', message: 'A rebuild is running' });
  });

  it.each<[string, typeof answer]>([
    ['before it answers', (request) => request.socket.destroy()],
    [
      'in the middle of its answer',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"files":', () => response.destroy());
      },
    ],
  ])('may break off %s', async (_when, breakOff) => {
    answer = breakOff;
    await expect(post()).rejects.toMatchObject({ code: 'verify.broken-off', message: 'tracker broke off.' });
  });
});
