import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post, Query, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '@motcua/observability';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { HealthChecks, ProblemError, applyAnswer, createHttpApp, operationsOf } from '../index.ts';

const Thing = z.object({ code: z.string().min(2), parts: z.array(z.object({ size: z.number() })) });

@Controller('v1/things')
class ThingsController {
  @Post()
  create(@Body({ schema: Thing }) body: z.infer<typeof Thing>) {
    return body;
  }

  @Get()
  list(@Query({ schema: z.object({ limit: z.coerce.number().max(10).default(3) }) }) query: { limit: number }) {
    return query;
  }

  @Get(':code')
  find(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): unknown {
    if (code === 'bug') throw new Error('a secret');
    if (code === 'busy') throw Object.assign(new Error('deadlock'), { code: '40P01' });
    if (code === 'kept') return applyAnswer(reply, { status: 201, body: { code }, headers: { location: '/x' }, replayed: true });
    if (code === 'style') void reply.header('cache-control', 'public, max-age=300');
    if (code === 'style') return { code };
    const titles = { vi: 'Không có', en: 'None' };
    throw new ProblemError({
      status: 412,
      code: 'thing.changed',
      titles,
      detail: 'Read it again.',
      extensions: { current: { version: 7 } },
    });
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const lines: string[] = [];
const health = new HealthChecks();
let app: NestFastifyApplication;

beforeAll(async () => {
  const logger = createLogger('spec', { destination: { write: (line) => void lines.push(line) } });
  const openApi = { title: 'Things', version: '1', description: 'For this spec' };
  app = await createHttpApp(ThingsModule, { service: 'spec', logger, health, bodyLimit: 2_000, openApi });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };

describe('createHttpApp', () => {
  it('answers a refusal as problem details in the language asked for', async () => {
    const answer = await app.inject({ url: '/v1/things/x', headers: { 'accept-language': 'en-GB,vi;q=0.5' } });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([412, 'application/problem+json; charset=utf-8']);
    expect(answer.json()).toEqual({
      type: 'https://motcua.vn/problems/thing.changed',
      title: 'None',
      status: 412,
      detail: 'Read it again.',
      code: 'thing.changed',
      titles: { vi: 'Không có', en: 'None' },
      current: { version: 7 },
      requestId: answer.headers['x-request-id'],
    });
    expect((await app.inject('/v1/things/x')).json()).toMatchObject({ title: 'Không có' });
  });

  it('keeps from caches whatever is answered to who shows a token, and all else that does not say how long it may be kept', async () => {
    const cachingOf = async (url: string, headers = {}) => (await app.inject({ url, headers })).headers['cache-control'];
    const shown = { authorization: 'Bearer x' };
    for (const url of ['/v1/things', '/v1/things/kept', '/v1/things/style', '/v1/things/x', '/v1/things/bug', '/nowhere'])
      expect([url, await cachingOf(url, shown)]).toEqual([url, 'no-store']);
    expect([await cachingOf('/v1/things/style'), await cachingOf('/v1/things')]).toEqual(['public, max-age=300', 'no-store']);
  });

  it('points at every field that is wrong', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/things',
      payload: { code: 'x', parts: [{ size: 1 }, { size: 'big' }] },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/code' }, { pointer: '/parts/1/size' }],
    });
  });

  it('gives handlers what the schema makes of a query', async () => {
    expect((await app.inject('/v1/things')).json()).toEqual({ limit: 3 });
    expect((await app.inject('/v1/things?limit=11')).json()).toMatchObject({ errors: [{ pointer: '/limit' }] });
  });

  it('says in the language asked for what is wrong with each field, and never what was sent', async () => {
    const ask = async (language: string) => {
      const headers = { ...json, 'accept-language': language };
      const payload = { code: 'x', parts: [{ size: 'bí mật' }, {}] };
      const answer = await app.inject({ method: 'POST', url: '/v1/things', headers, payload });
      return answer.json<{ detail: string; errors: { message: string }[] }>();
    };
    const [vi, en] = [await ask('vi'), await ask('en')];
    expect(vi.detail).toMatch(/^Hãy sửa các trường/);
    expect(vi.errors.map(({ message }) => message)).toEqual([
      'Quá nhỏ: mong đợi string có >=2 ký tự',
      'Đầu vào không hợp lệ: mong đợi số',
      'Thiếu trường này',
    ]);
    expect(en.detail).toMatch(/^Correct the fields/);
    expect(en.errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Too small/),
      expect.stringMatching(/expected number/),
      expect.stringMatching(/expected number/),
    ]);
    expect(JSON.stringify([vi, en])).not.toContain('bí mật');
  });

  it.each([
    [404, 'http.not-found', { url: '/nowhere' }],
    [405, 'http.method-not-allowed', { method: 'DELETE', url: '/v1/things/x?y=1' }],
    [400, 'request.malformed', { method: 'POST', url: '/v1/things', headers: json, payload: '{' }],
    [413, 'http.too-large', { method: 'POST', url: '/v1/things', payload: { code: 'x'.repeat(3_000) } }],
    [
      415,
      'http.unsupported-media-type',
      { method: 'POST', url: '/v1/things', headers: { 'content-type': 'text/csv' }, payload: 'a' },
    ],
    [503, 'http.unavailable', { url: '/v1/things/busy' }],
    [500, 'http.internal', { url: '/v1/things/bug' }],
  ] as const)('answers %i as %s', async (status, code, request) => {
    const answer = await app.inject(request);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('names the methods a path does take', async () => {
    expect((await app.inject({ method: 'DELETE', url: '/v1/things' })).headers['allow']).toBe('GET, HEAD, POST');
  });

  it('keeps a bug to its log', async () => {
    lines.length = 0;
    const answer = await app.inject({ url: '/v1/things/bug', headers: { 'x-request-id': 'request-1' } });
    expect(answer.body).not.toContain('secret');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ level: 'error', requestId: 'request-1', err: expect.objectContaining({ message: 'a secret' }) }),
      expect.objectContaining({ level: 'info', msg: 'request', requestId: 'request-1' }),
    ]);
  });

  it('logs a request in one line, with what was refused and why, and not what was asked for', async () => {
    lines.length = 0;
    await app.inject({ url: '/v1/things/0912345678?q=025185001234', headers: { 'x-request-id': 'request-2' } });
    await app.inject({ url: '/v1/things/busy', headers: { 'x-request-id': 'request-3' } });
    await app.inject('/health/live');
    const asked = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');
    const line = { level: 'info', service: 'spec', msg: 'request', time: expect.any(String), ms: expect.any(Number) };
    const way = { method: 'GET', route: '/v1/things/:code' };
    expect(asked).toEqual([
      { ...line, ...way, requestId: 'request-2', status: 412, problem: 'thing.changed' },
      { ...line, ...way, requestId: 'request-3', status: 503, problem: 'http.unavailable', why: '40P01' },
    ]);
    expect(lines.join('')).not.toMatch(/0912345678|025185001234/);
  });

  it('says that an answer is a repeated one', async () => {
    const { statusCode, headers } = await app.inject('/v1/things/kept');
    expect([statusCode, headers['idempotency-replayed'], headers['location']]).toEqual([201, 'true', '/x']);
  });

  it('serves a valid OpenAPI document with the bodies described', async () => {
    const document = (await app.inject('/openapi.json')).json<Record<string, unknown>>();
    const validation = await new Validator().validate(document);
    expect(validation.errors ?? []).toEqual([]);
    expect(document).toHaveProperty(['paths', '/v1/things', 'post', 'requestBody']);
  });

  it('is ready when every check is, and says why not to operators', async () => {
    const operations = operationsOf(app);
    health.add('database', () => ({ ready: true, details: { lag: 0 } }));
    expect((await operations.inject('/health/ready')).json()).toMatchObject({
      status: 'ready',
      checks: { database: { ready: true, lag: 0 } },
    });
    health.add('relay', () => Promise.reject(new Error('broker away')));
    const answer = await operations.inject('/health/ready');
    expect([answer.statusCode, answer.json()]).toEqual([503, expect.objectContaining({ reasons: ['relay: broker away'] })]);
    expect((await operations.inject('/health/live')).json()).toMatchObject({ status: 'alive' });
  });

  it('says on its public port whether it is ready, and nothing of why, nor a figure', async () => {
    health.add('database', () => ({ ready: true, details: { lag: 0 } }));
    health.add('relay', () => ({ ready: true }));
    const ready = await app.inject('/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready' }]);
    health.add('relay', () => Promise.reject(new Error('broker away')));
    const unready = await app.inject('/health/ready');
    expect([unready.statusCode, unready.json()]).toEqual([503, { status: 'not-ready' }]);
    const live = await app.inject('/health/live');
    expect([live.statusCode, live.json()]).toEqual([200, { status: 'alive' }]);
    expect((await app.inject('/metrics')).statusCode).toBe(404);
  });

  it('goes on serving while what works in the background does not, and stops where requests cannot be answered', async () => {
    const serving = async (): Promise<unknown[]> => {
      const answer = await app.inject('/health/serving');
      return [answer.statusCode, answer.json<unknown>()];
    };
    health.add('relay', () => Promise.reject(new Error('broker away')));
    health.add('database', () => ({ ready: true }), 'answers');
    expect(await serving()).toEqual([200, { status: 'serving' }]);
    health.add('database', () => Promise.reject(new Error('connection lost')), 'answers');
    expect(await serving()).toEqual([503, { status: 'not-serving' }]);
    health.add('database', () => ({ ready: true }), 'answers');
    health.add('relay', () => ({ ready: true }));
  });

  it('counts requests by route pattern', async () => {
    await app.inject('/v1/things/kept');
    expect((await operationsOf(app).inject('/metrics')).body).toMatch(
      /http_request_duration_seconds_count\{service="spec",method="GET",route="\/v1\/things\/:code"/,
    );
  });
});
