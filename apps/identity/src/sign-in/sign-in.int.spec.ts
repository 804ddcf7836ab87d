import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { createIdentityFixture, PASSWORD, PUBLIC_URL, type IdentityFixture } from '../testing/identity-fixture.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { TestGateway, typePassword } from '../testing/test-gateway.ts';

const counter = { role: 'counter', unit: 'xa-thanh-ba' } as const;
let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

const open = async (address?: string) => ({
  browser: new TestBrowser(fixture.url, address),
  gateway: await TestGateway.create(fixture.url),
});

describe('signing in', () => {
  it('gives the gateway who it is and what they may act as, in tokens that are what they say', async () => {
    const name = await fixture.addAccount([counter, { role: 'head', unit: 'xa-chi-tien' }]);
    const { browser, gateway } = await open();
    const tokens = await gateway.take(await typePassword(browser, gateway, name));
    const posts = [counter, { role: 'head', unit: 'xa-chi-tien' }];
    expect(tokens.claims()).toMatchObject({ sub: name, name: 'Nguyễn Thị Hoa', posts, amr: ['pwd'], sid: expect.any(String) });
    // By which the gateway asks, for as long as the session lasts, who this still is.
    expect(tokens.refresh_token).toEqual(expect.any(String));

    const keys = createRemoteJWKSet(new URL(`${fixture.url}/identity/jwks`));
    const rules = { issuer: `${PUBLIC_URL}/identity`, audience: 'motcua', typ: 'at+jwt', algorithms: ['ES256'] };
    const { payload } = await jwtVerify(tokens.access_token, keys, rules);
    expect(payload).toMatchObject({ sub: name, name: 'Nguyễn Thị Hoa', posts, amr: ['pwd'], client_id: 'motcua-gateway' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    // What says who somebody is, is no key to anything.
    expect(decodeProtectedHeader(tokens.id_token ?? '').typ).not.toBe('at+jwt');
    await expect(jwtVerify(tokens.id_token ?? '', keys, rules)).rejects.toThrow();
  }, 60_000);

  it('asks again for each session of the gateway, however fresh the browser’s own is', async () => {
    const name = await fixture.addAccount([counter]);
    const { browser, gateway } = await open();
    await gateway.take(await typePassword(browser, gateway, name));
    const another = await TestGateway.create(fixture.url);
    const page = await browser.open(await another.toAddress());
    expect(page.html).toContain('name="password"');
    await another.take(await browser.submit(page, { name, password: PASSWORD }));
    const silent = await browser.open(await (await TestGateway.create(fixture.url)).toAddress({ prompt: 'none' }));
    expect(silent.at.searchParams.get('error')).toBe('login_required');
  }, 60_000);

  it('uses a code once', async () => {
    const name = await fixture.addAccount([counter]);
    const { browser, gateway } = await open();
    const page = await typePassword(browser, gateway, name);
    await gateway.take(page);
    await expect(gateway.take(page)).rejects.toMatchObject({ error: 'invalid_grant' });
  }, 60_000);

  it('says the same of a name that nobody has, a wrong password and a disabled account, and says what to do', async () => {
    const [name, disabled] = [await fixture.addAccount([counter]), await fixture.addAccount([counter])];
    await fixture.own.pool.query(`UPDATE account SET state = 'disabled' WHERE id = $1`, [disabled]);
    const texts = [];
    for (const [who, password] of [
      [name, 'sai'],
      ['khong-co-ai', 'sai'],
      [disabled, PASSWORD],
    ] as const) {
      const { browser, gateway } = await open();
      const page = await typePassword(browser, gateway, who, password);
      expect(page.status).toBe(401);
      texts.push(/<p class="alert" role="alert">(.*?)<\/p>/.exec(page.html)?.[1]);
    }
    expect(new Set(texts)).toEqual(new Set([expect.stringContaining('Kiểm tra lại tên đăng nhập và mật khẩu')]));
  }, 60_000);

  it('shows a hostile name as text', async () => {
    const { browser, gateway } = await open();
    const page = await typePassword(browser, gateway, '"><script>alert(1)</script>', 'x');
    expect(page.html).not.toContain('<script>');
    expect(page.html).toContain('value="&quot;&gt;&lt;script&gt;');
  }, 30_000);

  it('speaks Vietnamese until somebody asks for English', async () => {
    const { browser, gateway } = await open();
    const page = await browser.open(await gateway.toAddress());
    expect(page.html).toContain('<html lang="vi">');
    const english = await browser.open(`${page.at.pathname}?lang=en`);
    expect(english.html).toContain('<html lang="en">');
    expect(english.at.search).toBe('');
    expect((await browser.open(page.at)).html).toContain('Sign in');
  }, 30_000);

  it('sends pages that no other site may frame, script or fill', async () => {
    const { browser, gateway } = await open();
    const page = await browser.open(await gateway.toAddress());
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect([page.headers.get('x-frame-options'), page.headers.get('cache-control')]).toEqual(['DENY', 'no-store']);
    expect(page.html).not.toMatch(/<script|style=| on[a-z]+=/);
    const cookies = await browser.jar.getCookies(page.at.href);
    expect(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual(cookies.map(() => [true, 'lax']));
  }, 30_000);

  it('goes nowhere but to the gateway, and never without PKCE', async () => {
    const { browser, gateway } = await open();
    const elsewhere = await browser.open(await gateway.toAddress({ redirect_uri: 'https://evil.example/auth/callback' }));
    expect([elsewhere.status, elsewhere.at.origin]).toEqual([400, PUBLIC_URL]);
    expect(elsewhere.html).toContain('invalid_redirect_uri');
    const address = await gateway.toAddress();
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    const unproven = await browser.open(address);
    expect([unproven.at.pathname, unproven.at.searchParams.get('error')]).toEqual(['/auth/callback', 'invalid_request']);
    const logout = new URL(`${PUBLIC_URL}/identity/session/end`);
    logout.search = new URLSearchParams({
      client_id: 'motcua-gateway',
      post_logout_redirect_uri: 'https://evil.example/',
    }).toString();
    expect((await browser.open(logout)).status).toBe(400);
    expect((await browser.open('/identity/interaction/x?lang=en&to=//evil.example')).at.origin).toBe(PUBLIC_URL);
  }, 30_000);

  it('is over for who comes too late or with another browser, and says so', async () => {
    const { browser, gateway } = await open();
    const page = await browser.open(await gateway.toAddress());
    const stranger = new TestBrowser(fixture.url);
    const answer = await stranger.open(page.at);
    expect([answer.status, answer.html.includes('Phiên đăng nhập đã hết hạn')]).toEqual([400, true]);
  }, 30_000);

  it('lets nobody leave out a step', async () => {
    const name = await fixture.addAccount([{ role: 'head', unit: 'xa-thanh-ba' }], { secondFactor: true });
    const { browser, gateway } = await open();
    const page = await typePassword(browser, gateway, name);
    expect(page.html).toContain('class="qr"');
    const uid = page.at.pathname.split('/').at(-1) ?? '';
    const early = await browser.open(`/identity/auth/${uid}`);
    expect(early.at.pathname).toMatch(/^\/identity\/interaction\//);
    expect(early.html).toContain('name="password"');
  }, 60_000);

  it('wants a password of their own of whom was given one', async () => {
    const name = await fixture.addAccount([counter], { mustChange: true });
    const { browser, gateway } = await open();
    const page = await typePassword(browser, gateway, name);
    const refusals = [];
    for (const [password, repeat] of [
      ['ngắn', 'ngắn'],
      ['đủ dài nhưng khác', 'đủ dài nhưng khac'],
      [PASSWORD, PASSWORD],
      [`${name} 2026 2026`, `${name} 2026 2026`],
    ] as const) {
      const refused = await browser.submit(page, { password, repeat });
      refusals.push([refused.status, /<p class="alert" role="alert">(.*?)<\/p>/.exec(refused.html)?.[1]]);
    }
    expect(refusals).toEqual([
      [422, expect.stringContaining('từ 12 đến 128')],
      [422, expect.stringContaining('không giống nhau')],
      [422, expect.stringContaining('phải khác')],
      [422, expect.stringContaining('không được chứa')],
    ]);
    const next = 'một câu của riêng tôi';
    await gateway.take(await browser.submit(page, { password: next, repeat: next }));
    const again = await open();
    await again.gateway.take(await typePassword(again.browser, again.gateway, name, next));
  }, 90_000);
});
