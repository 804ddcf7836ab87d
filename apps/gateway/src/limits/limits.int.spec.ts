import { afterEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.ts';
import { startGateway, type GatewayFixture } from '../testing/gateway-fixture.ts';

let gateway: GatewayFixture | undefined;
afterEach(() => gateway?.close());
const start = async (environment: Record<string, string>): Promise<GatewayFixture> => (gateway = await startGateway(environment));

const statusOf = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
  (await fetch(`${gateway?.url ?? ''}${path}`, { headers })).status;
async function statusesOf(count: number, path: string, headers: Record<string, string> = {}): Promise<number[]> {
  const statuses = [];
  for (let n = 0; n < count; n += 1) statuses.push(await statusOf(path, headers));
  return statuses;
}

describe('limits by role', () => {
  it('are those of the role, for each subject in it, and the common one where none is told', async () => {
    const { issuer } = await start({ RATE_LIMIT_PER_MINUTE: '1', RATE_LIMITS_PER_MINUTE: '{"source":3,"admin":2}' });
    const source = { role: 'source', unit: 'thanh-ba', source: 'urn:legacy:one-stop' } as const;
    const ask = async (claims: Parameters<typeof issuer.bearer>[0]) => statusesOf(4, '/v1/events', await issuer.bearer(claims));
    expect(await ask({ ...source, sub: 'one' })).toEqual([200, 200, 200, 429]);
    expect(await ask({ role: 'admin', sub: 'one' })).toEqual([200, 200, 429, 429]);
    expect(await ask({ role: 'head', unit: 'thanh-ba', sub: 'one' })).toEqual([200, 429, 429, 429]);
    expect(await ask({ ...source, sub: 'other' })).toEqual([200, 200, 200, 429]);
  });

  it('are told by role alone', () => {
    const urls = Object.fromEntries(
      ['CATALOGUE', 'INTAKE', 'KPI', 'SLA', 'NOTIFICATION', 'DIGITIZATION'].map((name) => [`${name}_URL`, 'http://a:1']),
    );
    const read = (RATE_LIMITS_PER_MINUTE: string) =>
      readConfig({ AUTH_JWKS: '/jwks.json', GATEWAY_SIGNING_KEY: '/key.json', ...urls, RATE_LIMITS_PER_MINUTE });
    expect(read('{"source":3}').RATE_LIMITS_PER_MINUTE).toEqual({ source: 3 });
    for (const wrong of ['{"emperor":3}', '{"source":0}', 'many']) expect(() => read(wrong)).toThrow('RATE_LIMITS_PER_MINUTE');
  });
});

describe('looking up a dossier', () => {
  it('has a limit of its own for each address, which no other request uses up', async () => {
    await start({ LOOK_UP_RATE_LIMIT_PER_MINUTE: '2', CALLBACK_RATE_LIMIT_PER_MINUTE: '1' });
    expect(await statusesOf(2, '/v1/rating-questions')).toEqual([200, 429]);
    expect(await statusesOf(3, '/tra-cuu?ma=a&khoa=b')).toEqual([200, 200, 429]);
    expect(await statusOf('/tra-cuu/look-up.css')).toBe(429);
    const headers = { accept: 'text/html', 'accept-language': 'vi' };
    const page = await fetch(`${gateway?.url ?? ''}/tra-cuu`, { headers });
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    const html = await page.text();
    expect(html).toContain('<h1>Quá nhiều yêu cầu</h1>');
    expect(html).toContain('<a href="">Thử lại</a>');
    const sent = await fetch(`${gateway?.url ?? ''}/tra-cuu/ma`, {
      headers,
      method: 'POST',
      body: new URLSearchParams({ ma: 'x' }),
    });
    expect([sent.status, await sent.text()]).toEqual([429, expect.stringContaining('<a href="/tra-cuu">Thử lại</a>')]);
    const [, style = ''] = /stylesheet" href="([^"]+)"/.exec(html) ?? [];
    expect(await statusesOf(3, style)).toEqual([200, 200, 200]);
  });
});

describe('an address', () => {
  const from = (...addresses: string[]) => ({ 'x-forwarded-for': addresses.join(', ') });
  const open = '/v1/rating-questions';

  it('that a client says of itself counts for nothing without a trusted proxy', async () => {
    await start({ CALLBACK_RATE_LIMIT_PER_MINUTE: '2' });
    const statuses = [];
    for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) statuses.push(await statusOf(open, from(address)));
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('is the one that the trusted proxy saw, whatever was said before it', async () => {
    await start({ CALLBACK_RATE_LIMIT_PER_MINUTE: '2', TRUSTED_PROXY_HOPS: '1' });
    expect(await statusesOf(3, open, from('198.51.100.1'))).toEqual([200, 200, 429]);
    expect(await statusOf(open, from('198.51.100.2'))).toBe(200);
    expect(await statusOf(open, from('203.0.113.7', '198.51.100.2'))).toBe(200);
    expect(await statusOf(open, from('203.0.113.8', '198.51.100.2'))).toBe(429);
  });

  it('of IPv6 is its network, of which one household has as many addresses as it likes', async () => {
    await start({ CALLBACK_RATE_LIMIT_PER_MINUTE: '2', TRUSTED_PROXY_HOPS: '1' });
    const statuses = [];
    for (const address of ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'])
      statuses.push(await statusOf(open, from(address)));
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  it('is said to be everybody’s where a proxy hands requests on that nobody trusts', async () => {
    const callers = async () =>
      (await gateway?.operations.inject('/health/ready'))?.json<{ checks: { callers?: object } }>().checks.callers;
    await start({});
    await statusOf(open);
    expect(await callers()).toEqual({ ready: true, toldApart: true });
    await statusOf(open, from('198.51.100.1'));
    expect(await callers()).toEqual({ ready: true, toldApart: false });
    await gateway?.close();
    await start({ TRUSTED_PROXY_HOPS: '1' });
    await statusOf(open, from('198.51.100.1'));
    expect(await callers()).toBeUndefined();
  });

  it('is as many hops away as there are proxies', async () => {
    await start({ CALLBACK_RATE_LIMIT_PER_MINUTE: '1', TRUSTED_PROXY_HOPS: '2' });
    expect(await statusOf(open, from('203.0.113.7', '198.51.100.1', '10.0.0.2'))).toBe(200);
    expect(await statusOf(open, from('203.0.113.8', '198.51.100.1', '10.0.0.3'))).toBe(429);
    expect(await statusOf(open, from('198.51.100.2', '10.0.0.2'))).toBe(200);
  });
});
