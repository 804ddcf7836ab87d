import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestIssuer } from '@motcua/auth/testing';
import { waitFor } from '@motcua/testing';
import { Agent, request, type RequestOptions } from 'node:http';
import { startGateway, type GatewayFixture } from './testing/gateway-fixture.ts';

let { catalogue, intake, kpi, sla, notification, digitization } = {} as GatewayFixture['upstreams'];
let gateway: GatewayFixture;
let issuer: TestIssuer;
let url: string;
let headers: GatewayFixture['headers'];

beforeAll(async () => {
  gateway = await startGateway({
    RATE_LIMIT_PER_MINUTE: '3',
    RATE_LIMITS_PER_MINUTE: '{"admin":60000}',
    CALLBACK_RATE_LIMIT_PER_MINUTE: '2',
    BODY_LIMIT_BYTES: '1000',
    REFERENCE_BODY_LIMIT_BYTES: '5000000',
    EVENTS_BODY_LIMIT_BYTES: '5000000',
  });
  ({ issuer, url, headers } = gateway);
  ({ catalogue, intake, kpi, sla, notification, digitization } = gateway.upstreams);
});
afterAll(() => gateway.close());

const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return [answer.status, ((await answer.json()) as { code: string }).code];
};
const json = { 'content-type': 'application/json' };
const ndjson = { 'content-type': 'application/x-ndjson' };

describe('routing', () => {
  it('gives every path to its service, as it was written', async () => {
    await fetch(`${url}/v1/units/S%E1%BB%9F%20X%2FY?at=2025-07-01`, { headers });
    await fetch(`${url}/v1/dossiers?unit=thanh-ba`, { headers });
    await fetch(`${url}/v1/indicators/on-time.766/dossiers`, { headers: { ...headers, 'x-request-id': 'request-42' } });
    expect(catalogue.received.at(-1)?.url).toBe('/v1/units/S%E1%BB%9F%20X%2FY?at=2025-07-01');
    expect(intake.received.at(-1)?.url).toBe('/v1/dossiers?unit=thanh-ba');
    expect(kpi.received.at(-1)).toMatchObject({
      url: '/v1/indicators/on-time.766/dossiers',
      headers: { 'x-request-id': 'request-42' },
    });
  });

  it('takes what sla-timer knows of a dossier to sla-timer, and the rest of it to dossier-intake', async () => {
    const id = '0198d2a0-7c11-7000-8000-000000000001';
    await fetch(`${url}/v1/dossiers/${id}/clocks?asOf=2026-11-25T08:00:00Z`, { headers });
    await fetch(`${url}/v1/dossiers/${id}/overdue-cause`, { headers, method: 'PUT', body: '{}' });
    await fetch(`${url}/v1/dossiers/${id}`, { headers });
    await fetch(`${url}/v1/notification-rules`, { headers });
    expect(sla.received.map((request) => request.url)).toEqual([
      `/v1/dossiers/${id}/clocks?asOf=2026-11-25T08:00:00Z`,
      `/v1/dossiers/${id}/overdue-cause`,
    ]);
    expect(intake.received.at(-1)?.url).toBe(`/v1/dossiers/${id}`);
    expect(notification.received.at(-1)?.url).toBe('/v1/notification-rules');
  });

  it('takes the documents of a dossier to digitization-tracker, with our own word of who asks: the service judges by it', async () => {
    const paths = ['dossiers/a/components', 'dossiers/a/files/f/content', 'backlog?unit=x', 'digitization/dlq'];
    const ofDossier = ['components/1/checks', 'components/1/exemption', 'components/1/reuse', 'components/1/files'];
    const posts = [...ofDossier, 'result/checks', 'result/files?result=r'].map((path) => `dossiers/a/${path}`);
    const others = ['retention/runs', 'stored-files/verification', 'digitization-imports'];
    const all = [
      ...paths.map((path) => ({ path, method: 'GET' })),
      ...[...posts, ...others].map((path) => ({ path, method: 'POST' })),
    ];
    const ask = ({ path, method }: (typeof all)[number], more = {}) =>
      fetch(`${url}/v1/${path}`, { method, headers: more, ...(method === 'POST' ? { body: '{}' } : {}) });

    for (const one of all) expect(await problemOf(await ask(one))).toEqual([401, 'auth.missing']);
    expect(digitization.received).toEqual([]);
    for (const one of all) await ask(one, headers);
    expect(digitization.received.map((request) => request.url)).toEqual(all.map(({ path }) => `/v1/${path}`));
    for (const { headers: shown } of digitization.received) {
      expect(shown.authorization).not.toBe(headers.authorization);
      expect(await gateway.readShown(shown.authorization)).toMatchObject({ sub: 'tester', role: 'admin' });
    }
  });

  it('knows no contact of an applicant and no reference to him, whoever asks and however it is written', async () => {
    const before = intake.received.length;
    const contacts = ['a/contact', 'a/contact/', 'a/contact?x=1', 'a/con%74act', 'a/contact/b'];
    const references = ['a/applicant-ref', 'a/applicant-ref/', 'a/applicant-ref?x=1', 'a/applicant-re%66', 'a/applicant-ref/b'];
    for (const path of [...contacts, ...references])
      expect(await problemOf(await fetch(`${url}/v1/dossiers/${path}`, { headers }))).toEqual([404, 'http.not-found']);
    expect(intake.received).toHaveLength(before);
  });

  it('says itself from where a request comes, whatever a client says', async () => {
    await fetch(`${url}/v1/dossiers?unit=a`, { headers: { ...headers, 'x-forwarded-for': '203.0.113.7' } });
    expect(intake.received.at(-1)?.headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('lets everybody look up a dossier, and shows its service no cookie', async () => {
    await fetch(`${url}/tra-cuu/ma`, { method: 'POST', body: new URLSearchParams({ ma: 'H44' }), headers: { cookie: 'a=b' } });
    const { url: path, headers: passed, bytes } = intake.received.at(-1) ?? {};
    expect([path, bytes, passed?.cookie, passed?.authorization]).toEqual(['/tra-cuu/ma', 6, undefined, undefined]);
    expect(passed?.['content-type']).toContain('application/x-www-form-urlencoded');
  });

  it('knows nothing of whose applicant was corrected or erased: that is for services alone', async () => {
    const answer = await fetch(`${url}/v1/applicant-changes`, { headers });
    expect(await problemOf(answer)).toEqual([404, 'http.not-found']);
  });

  it('knows no way to have somebody sent a code', async () => {
    const answer = await fetch(`${url}/v1/one-time-codes`, { method: 'POST', headers, body: '{}' });
    expect(await problemOf(answer)).toEqual([404, 'http.not-found']);
  });

  it('hands answers of services through, refusals too', async () => {
    const answer = await fetch(`${url}/v1/dossiers/missing`, { headers });
    expect([answer.status, await answer.json()]).toEqual([404, { url: '/v1/dossiers/missing', bytes: 0 }]);
  });

  it('knows nothing else', async () => {
    expect(await problemOf(await fetch(`${url}/v1/nothing`, { headers }))).toEqual([404, 'http.not-found']);
    expect(await problemOf(await fetch(`${url}/v1/unitsandmore`, { headers }))).toEqual([404, 'http.not-found']);
  });

  it('sets security headers', async () => {
    const answer = await fetch(`${url}/v1/board`, { headers });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    // The page for ratings has to work where nothing before us speaks TLS.
    expect(policy).not.toContain('upgrade-insecure-requests');
  });
});

describe('the guard', () => {
  it('turns away before the service hears of it', async () => {
    const before = kpi.received.length;
    expect(await problemOf(await fetch(`${url}/v1/board`))).toEqual([401, 'auth.missing']);
    expect(await problemOf(await fetch(`${url}/v1/board`, { headers: { authorization: 'Bearer x.y.z' } }))).toEqual([
      401,
      'auth.invalid',
    ]);
    expect(kpi.received).toHaveLength(before);
  });

  it('lets everybody read the index, the keys and the descriptions', async () => {
    expect(await (await fetch(url)).json()).toMatchObject({ name: 'Motcua' });
    expect(await (await fetch(url, { headers: { accept: 'text/html' } })).text()).toContain('<h1>Motcua</h1>');
    expect(await (await fetch(`${url}/.well-known/jwks.json`)).json()).toMatchObject({ keys: [{ kid: 'gateway', kty: 'EC' }] });
    expect(await (await fetch(`${url}/openapi/catalogue.json`)).json()).toMatchObject({ url: '/openapi.json' });
  });

  it('lets providers report without a token, so many a minute, and nobody pass beside', async () => {
    const post = (path: string) => fetch(`${url}${path}`, { method: 'POST', body: '{"id":1}', headers: json });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await post('/v1/callbacks/sms')).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(notification.received.at(-1)).toMatchObject({ url: '/v1/callbacks/sms', bytes: 8 });
    expect(await problemOf(await post('/v1/deliveries/retry'))).toEqual([401, 'auth.missing']);
  });

  it('counts the requests of each person', async () => {
    const person = await issuer.bearer({ role: 'counter', unit: 'dong-xuan', sub: 'busy' });
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await fetch(`${url}/v1/board`, { headers: person })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await problemOf(await fetch(`${url}/v1/board`, { headers: person }))).toEqual([429, 'http.too-many-requests']);
    const other = await issuer.bearer({ role: 'counter', unit: 'dong-xuan', sub: 'calm' });
    expect((await fetch(`${url}/v1/board`, { headers: other })).status).toBe(200);
  });
});

describe('bodies', () => {
  const post = (path: string, body: string | ReadableStream, type: Record<string, string>) =>
    fetch(`${url}${path}`, { method: 'POST', body, headers: { ...headers, ...type }, duplex: 'half' });
  const chunks = (count: number) =>
    new ReadableStream({
      pull(controller) {
        if (count-- > 0) controller.enqueue(new Uint8Array(1_000));
        else controller.close();
      },
    });

  it('pass through whole', async () => {
    expect(await (await post('/v1/events', 'x'.repeat(4_000_000), ndjson)).json()).toEqual({
      url: '/v1/events',
      bytes: 4_000_000,
    });
    expect(await (await post('/v1/dossiers', '{"a":1}', json)).json()).toEqual({ url: '/v1/dossiers', bytes: 7 });
    expect(intake.received.at(-1)?.headers['content-type']).toBe('application/json');
  });

  it('are refused when they say that they are too large, or turn out to be', async () => {
    expect(await problemOf(await post('/v1/dossiers', 'x'.repeat(1_001), json))).toEqual([413, 'http.too-large']);
    expect(await problemOf(await post('/v1/dossiers', chunks(3), json))).toEqual([413, 'http.too-large']);
  });
});

describe('a live stream', () => {
  it('passes through event by event, and ends upstream when its reader leaves', async () => {
    const leave = new AbortController();
    const answer = await fetch(`${url}/v1/live?unit=thanh-ba`, { headers, signal: leave.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let n = 0; n < 5; n += 1) {
      kpi.emit?.(`event ${n}`);
      // Nothing comes behind it that could push it through: what is held back is waited for in vain.
      expect((await reader?.read())?.value).toBe(`data: event ${n}\n\n`);
    }
    leave.abort();
    await kpi.streamClosed;
  });
});

describe('an inbox', () => {
  it('is live through the gateway like a board', async () => {
    const leave = new AbortController();
    const answer = await fetch(`${url}/v1/inbox/live`, { headers, signal: leave.signal });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    notification.emit?.('a notice');
    expect((await reader?.read())?.value).toBe('data: a notice\n\n');
    leave.abort();
    await notification.streamClosed;
  });
});

describe('a service that is away', () => {
  it('is answered for with a problem, and found again when it is back', async () => {
    expect(await problemOf(await fetch(`${url}/v1/dossiers/broken`, { headers, method: 'POST' }))).toEqual([
      502,
      'http.bad-gateway',
    ]);
    const port = Number(new URL((await catalogueAddress()) ?? '').port);
    await catalogue.stop();
    const answer = await fetch(`${url}/v1/units`, { headers });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await problemOf(answer)).toEqual([503, 'http.unavailable']);
    expect((await gateway.operations.inject('/health/ready')).json()).toMatchObject({
      reasons: ['catalogue: cannot be reached'],
    });

    await catalogue.start(port);
    expect((await fetch(`${url}/v1/units`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('leaves no unread body in a kept connection, which would hold up the next request', async () => {
    const port = Number(new URL((await catalogueAddress()) ?? '').port);
    await catalogue.stop();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const body = 'x'.repeat(4_000_000);
    const put = () => requestOn(agent, `${url}/v1/units/a`, { method: 'PUT', headers: { ...headers, ...ndjson } }, body);
    for (let round = 0; round < 3; round += 1) expect(await put()).toBe(503);
    await catalogue.start(port);
    expect(await put()).toBe(200);
    agent.destroy();
  }, 20_000);

  it('makes the gateway unready, and is named to operators alone', async () => {
    intake.ready = false;
    const answer = await fetch(`${url}/health/ready`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'not-ready' }]);
    expect((await gateway.operations.inject('/health/ready')).json()).toMatchObject({ reasons: ['dossier-intake: not ready'] });
    for (const path of ['/metrics', '/metrics/', '/health/ready/details'])
      expect((await fetch(`${url}${path}`, { headers })).status).toBe(404);
    intake.ready = true;
    await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, { describe: 'readiness' });
  });
});

function requestOn(agent: Agent, address: string, options: RequestOptions, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { ...options, agent }, (answer) => {
      answer.resume().once('end', () => {
        resolve(answer.statusCode);
      });
    });
    sent.once('error', reject).end(body);
  });
}

async function catalogueAddress(): Promise<string | undefined> {
  await fetch(`${url}/v1/units`, { headers });
  return `http://${catalogue.received.at(-1)?.headers.host ?? ''}`;
}
