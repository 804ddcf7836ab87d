import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { once } from 'node:events';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { startGateway, type GatewayFixture } from './testing/gateway-fixture.ts';

const mebibyte = 1_048_576;
const files = '/v1/dossiers/a/components/1/files';
const piece = Buffer.alloc(mebibyte, 'x');

let gateway: GatewayFixture;
/** One connection: what a request leaves in it, the next one meets. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(async () => {
  agent.destroy();
  await gateway.close();
});

function post(path: string, more: Record<string, string | number> = {}): { sent: ClientRequest; answered: Promise<Answer> } {
  const headers = { ...gateway.headers, 'content-type': 'multipart/form-data; boundary=b', ...more };
  const sent = request(`${gateway.url}${path}`, { method: 'POST', headers, agent });
  const answered = once(sent, 'response').then(async ([response]: IncomingMessage[]) => toAnswer(response!));
  return { sent, answered };
}

interface Answer {
  readonly status: number | undefined;
  readonly body: unknown;
}
const toAnswer = async (response: IncomingMessage): Promise<Answer> => ({
  status: response.statusCode,
  body: await json(response),
});

/**
 * All of them, whatever is answered meanwhile, as fast as the connection takes them. Not piece by piece on `drain`: Node tells a client
 * of no `drain` any more once the answer has come.
 */
function write(sent: ClientRequest, pieces: number): void {
  for (let n = 0; n < pieces; n += 1) sent.write(piece);
}

async function upload(path: string, pieces: number, headers: Record<string, string | number> = {}): Promise<Answer> {
  const { sent, answered } = post(path, headers);
  write(sent, pieces);
  sent.end();
  return answered;
}

async function expectUsable(): Promise<void> {
  const small = await upload(files, 1, { 'content-length': mebibyte });
  expect(small).toEqual({ status: 200, body: { url: files, bytes: mebibyte } });
}

describe('an upload', () => {
  it('of 20 MB passes through as it comes, not gathered before', async () => {
    const { digitization } = gateway.upstreams;
    const { sent, answered } = post(files, { 'content-length': 20 * mebibyte });
    write(sent, 1);
    await waitFor(() => digitization.arrived === mebibyte, { describe: 'the beginning, while the rest is still to be sent' });
    write(sent, 19);
    sent.end();
    expect(await answered).toEqual({ status: 200, body: { url: files, bytes: 20 * mebibyte } });
  });

  it('may be of 50 MB and what its form adds', async () => {
    const path = '/v1/dossiers/a/result/files';
    expect(await upload(path, 50)).toEqual({ status: 200, body: { url: path, bytes: 50 * mebibyte } });
  });

  it('is refused when it says that it is larger, in the words of the service; the connection stays usable', async () => {
    const before = gateway.upstreams.digitization.received.length;
    expect(await upload(files, 51, { 'content-length': 51 * mebibyte })).toMatchObject({
      status: 413,
      body: { code: 'file.too-large', detail: expect.stringContaining('50 MB') },
    });
    expect(gateway.upstreams.digitization.received).toHaveLength(before);
    await expectUsable();
  });

  it('is refused when it turns out to be larger; the connection stays usable', async () => {
    expect(await upload(files, 52)).toMatchObject({ status: 413, body: { code: 'file.too-large' } });
    await expectUsable();
  });

  it('that the service refuses before its end gets the refusal, and the next request is answered', async () => {
    const answer = await upload('/v1/dossiers/refused/components/1/files', 20, { 'content-length': 20 * mebibyte });
    expect(answer).toEqual({ status: 409, body: { code: 'component.exempt' } });
    await expectUsable();
  });

  it('may ask for leave first, as curl does', async () => {
    const { sent, answered } = post(files, { 'content-length': mebibyte, expect: '100-continue' });
    sent.flushHeaders();
    await once(sent, 'continue');
    write(sent, 1);
    sent.end();
    expect(await answered).toEqual({ status: 200, body: { url: files, bytes: mebibyte } });
  });

  it('has a limit that the other requests on documents have not', async () => {
    const answer = await upload('/v1/dossiers/a/components/1/checks', 2);
    expect(answer).toMatchObject({ status: 413, body: { code: 'http.too-large' } });
  });
});
