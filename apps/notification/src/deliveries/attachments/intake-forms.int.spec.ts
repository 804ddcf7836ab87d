import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIntakeForms } from './intake-forms.ts';

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const key = { dossierId: '0193', form: 'receipt', version: 1 };
const find = (timeoutMs = 2_000) =>
  createIntakeForms({ intakeUrl: url, tokens: () => Promise.resolve('token'), timeoutMs }).find(key);

it('fetches the form of the step with a token of the service', async () => {
  const asked: unknown[] = [];
  answer = ({ url: path, headers: { authorization } }, response) => {
    asked.push(path, authorization);
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.3 …');
  };
  expect(await find()).toEqual({ status: 'found', file: { name: 'receipt.pdf', content: Buffer.from('%PDF-1.3 …') } });
  expect(asked).toEqual(['/v1/dossiers/0193/forms/receipt.pdf?version=1', 'Bearer token']);
});

it('tells that there is none, and that it is refused for good, from that it cannot be had now', async () => {
  for (const [status, expected] of [
    [404, 'none'],
    [503, 'away'],
    [500, 'away'],
    [429, 'away'],
    [400, 'refused'],
    [403, 'refused'],
  ] as const) {
    answer = (_request, response) => void response.writeHead(status).end('{}');
    expect((await find()).status).toBe(expected);
  }
});

it('takes nothing else for a form, and does not wait for ever', async () => {
  answer = (_request, response) => void response.writeHead(200).end('<html>maintenance</html>');
  expect((await find()).status).toBe('away');
  answer = () => undefined;
  expect(await find(100)).toEqual({ status: 'away', answer: 'dossier-intake was asked for the form: TimeoutError' });
});
