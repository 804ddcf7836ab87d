import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway, type GatewayFixture } from '../testing/gateway-fixture.ts';
import { UpstreamFixture } from '../testing/upstream-fixture.ts';

let folder: string;
let gateway: GatewayFixture;
const identity = new UpstreamFixture();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  await Promise.all(['assets', 'docs'].map((name) => mkdir(join(folder, name))));
  for (const page of ['api', 'events'])
    await writeFile(join(folder, 'docs', `${page}.html`), `<!doctype html><title>${page}</title>`);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Motcua</title>');
  await writeFile(join(folder, 'favicon.svg'), '<svg/>');
  await writeFile(join(folder, 'assets', 'main-4f2a.js'), 'export {};');
  const PUBLIC_URL = 'https://motcua.example.vn';
  gateway = await startGateway({
    CONSOLE_DIR: folder,
    IDENTITY_URL: await identity.start(),
    PUBLIC_URL,
    TRUSTED_PROXY_HOPS: '1',
  });
});
afterAll(async () => {
  await gateway.close();
  await identity.stop();
  await rm(folder, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = { accept: 'text/html' }, method = 'GET') =>
  fetch(`${gateway.url}${path}`, { headers, method, redirect: 'manual' });

describe('the console', () => {
  it.each(['/', '/board', '/dossiers/H1/timeline?tab=papers', '/v1x'])(
    'is one page at every address of its own: %s',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(await answer.text()).toContain('<title>Motcua</title>');
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|https?:/);
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it.each(['api', 'events'])('has a page that describes the %s', async (page) => {
    const answer = await ask(`/docs/${page}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await answer.text()).toContain(`<title>${page}</title>`);
    expect((await ask('/docs/nothing')).status).toBe(404);
  });

  it('keeps for ever what has its content in its name, and nothing else', async () => {
    const script = await ask('/assets/main-4f2a.js', {});
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toContain('/javascript');
    expect((await ask('/favicon.svg', {})).headers.get('cache-control')).toBe('no-cache');
  });

  it('is no answer to what is somebody else’s, or no page', async () => {
    for (const path of ['/v1/nothing', '/auth/nothing', '/assets/none.js', '/openapi/none', '/health/none', '/.well-known/none'])
      expect([path, (await ask(path, { accept: 'text/html', ...gateway.headers })).status]).toEqual([path, 404]);
    expect((await ask('/board', { accept: 'application/json' })).status).toBe(404);
    expect((await ask('/board', { accept: 'text/html' }, 'POST')).status).toBe(404);
    expect((await ask('/..%2f..%2fetc%2fpasswd', {})).status).toBe(404);
    expect((await ask('/assets/..%2findex.html', {})).status).not.toBe(200);
  });
});

describe('the installation’s own provider', () => {
  it('is behind us, is told our address and who asks, and never sees our cookie', async () => {
    const cookie = `_session=theirs; __Host-motcua-session=${'A'.repeat(43)}`;
    const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' };
    await ask('/identity/.well-known/openid-configuration', { cookie, ...forged, 'x-forwarded-for': '203.0.113.7' });
    expect(identity.received.at(-1)).toMatchObject({
      url: '/identity/.well-known/openid-configuration',
      headers: {
        ...{ cookie: '_session=theirs', 'x-forwarded-host': 'motcua.example.vn', 'x-forwarded-proto': 'https' },
        'x-forwarded-for': '203.0.113.7',
      },
    });
    expect(identity.received.at(-1)?.headers['forwarded']).toBeUndefined();
  });

  it('takes forms as they come', async () => {
    const answer = await fetch(`${gateway.url}/identity/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'x' }),
    });
    expect([answer.status, identity.received.at(-1)?.bytes]).toEqual([200, 12]);
  });
});
