import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Module, Post, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '@motcua/observability';
import type { FastifyRequest } from 'fastify';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { BulkBody, createHttpApp, ofStatus, TakesBulk } from '../index.ts';

const limits = { bodyBytes: 20_000_000, compressionRatio: 100, silenceMs: 3_000, lineBytes: 10_000 };

class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.switchToHttp().getRequest<FastifyRequest>().headers.authorization === undefined) throw ofStatus(401);
    return true;
  }
}

@Controller('v1')
@UseGuards(KeyGuard)
class BulkController {
  @TakesBulk()
  @Post('lines')
  async lines(@Body() body: BulkBody) {
    const lines: (readonly [number, string])[] = [];
    for await (const batch of body.lines(limits))
      for (const { line, text: written } of batch) lines.push([line, written.slice(0, 9)]);
    return { lines };
  }

  @TakesBulk()
  @Post('text')
  async text(@Body() body: BulkBody) {
    return { length: (await body.text(limits)).length };
  }

  @Post('json')
  json(@Body() body: unknown) {
    return { body };
  }
}

@Module({ controllers: [BulkController] })
class BulkModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createHttpApp(BulkModule, { service: 'spec', logger: createLogger('spec', { level: 'silent' }) });
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const ndjson = { 'content-type': 'application/x-ndjson', authorization: 'Bearer x' };
const gzip = { ...ndjson, 'content-encoding': 'gzip' };

function open(path: string, headers: Record<string, string | number>) {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return request({ host: '127.0.0.1', port, path, method: 'POST', headers });
}

async function answerOf(sent: ReturnType<typeof open>): Promise<{ status: number | undefined; body: Record<string, unknown> }> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, body: JSON.parse(await text(answer)) as Record<string, unknown> };
}

async function send(path: string, headers: Record<string, string>, ...parts: (Buffer | string)[]) {
  const sent = open(path, headers);
  for (const part of parts) sent.write(part);
  sent.end();
  return answerOf(sent);
}

describe('a bulk body', () => {
  it('comes as lines, counted from 1, blank ones too, wherever the pieces are cut', async () => {
    const { body } = await send(
      '/v1/lines',
      ndjson,
      'a\n\r\n\nb',
      'b\r\n',
      Buffer.from('ế').subarray(0, 1),
      Buffer.from('ế').subarray(1),
    );
    expect(body).toEqual({
      lines: [
        [1, 'a'],
        [4, 'bb\r'],
        [5, 'ế'],
      ],
    });
  });

  it('comes unpacked', async () => {
    expect((await send('/v1/lines', gzip, gzipSync('1\n2'))).body).toEqual({
      lines: [
        [1, '1'],
        [2, '2'],
      ],
    });
    const header = { ...gzip, 'content-type': 'application/cloudevents+json; charset=utf-8' };
    expect((await send('/v1/text', header, gzipSync('{"a":1}'))).body).toEqual({ length: 7 });
  });

  it.each([
    ['not the gzip it says it is', gzip, Buffer.from('plain text'), [400, 'request.malformed']],
    [
      'packed in a way that is not known',
      { ...ndjson, 'content-encoding': 'br' },
      Buffer.from('x'),
      [415, 'http.unsupported-media-type'],
    ],
    ['gzip that stops before its end', gzip, gzipSync('{"a":1}\n'.repeat(99)).subarray(0, -12), [400, 'upload.cut']],
    ['packed more tightly than any list of events', gzip, gzipSync('[1]\n'.repeat(1_000_000)), [413, 'upload.ratio-too-high']],
    ['longer than the limit', ndjson, Buffer.from('[1,2,3]\n'.repeat(2_500_001)), [413, 'http.too-large']],
    ['a line without an end', ndjson, Buffer.from(`1\n${'x'.repeat(10_001)}`), [413, 'upload.line-too-long']],
  ])('is refused where it is %s', async (_what, headers, payload, expected) => {
    const { status, body } = await send('/v1/lines', headers, payload);
    expect([status, body['code']]).toEqual(expected);
  });

  it('names the line and the limit', async () => {
    const { body } = await send('/v1/lines', ndjson, `1\n${'x'.repeat(10_001)}`);
    expect(body['detail']).toMatch(/^Line 2 has more than 10000 bytes/);
  });

  it('is given up where nothing comes any more', async () => {
    const sent = open('/v1/lines', ndjson);
    sent.write('1\n');
    expect(await answerOf(sent)).toMatchObject({ status: 408, body: { code: 'upload.silent' } });
    sent.destroy();
  });
});

describe('before anybody has read it, a bulk body', () => {
  // The rest of it never comes: who waits for it, or unpacks it, never answers.
  const begun = { 'content-length': 1_000_000, 'content-encoding': 'gzip' };
  const bomb = gzipSync(Buffer.alloc(60_000_000)).subarray(0, 50_000);

  it.each([
    ['nobody said who they are', '/v1/lines', { 'content-type': 'application/x-ndjson' }, 401],
    ['the route takes no such body', '/v1/json', ndjson, 415],
    ['the route takes no such body and nobody said who they are', '/v1/json', { 'content-type': 'application/x-ndjson' }, 415],
    ['there is no such route', '/v1/nowhere', ndjson, 404],
  ])('is refused where %s', async (_why, path, headers, status) => {
    const sent = open(path, { ...headers, ...begun });
    sent.on('error', () => undefined);
    sent.write(bomb);
    const before = process.memoryUsage();
    expect((await answerOf(sent)).status).toBe(status);
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(10_000_000);
    sent.destroy();
  });
});
