import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf } from '../testing/answers.ts';
import { Browser } from '../testing/browser.ts';
import { startSignIn, type SignInFixture } from '../testing/sign-in-fixture.ts';

let fixture: SignInFixture;
beforeAll(async () => {
  fixture = await startSignIn();
});
afterAll(() => fixture.close());
beforeEach(() => {
  fixture.provider.current = 'cb.an';
});

describe('signing in', () => {
  it('leads to the provider, back, and to the page that was asked for', async () => {
    const browser = new Browser(fixture.gateway.url);
    const leaving = await browser.ask('/auth/sign-in?to=/v1/board%3Funit%3Dxa-thanh-ba');
    const there = new URL(leaving.headers.get('location') ?? '');
    expect([leaving.status, there.origin]).toEqual([303, fixture.provider.issuer]);
    expect(Object.fromEntries(there.searchParams)).toMatchObject({ code_challenge_method: 'S256', response_type: 'code' });
    const { url } = await browser.go(there.href);
    expect(url).toBe(`${fixture.gateway.url}/v1/board?unit=xa-thanh-ba`);
    const shown = fixture.gateway.upstreams.kpi.received.at(-1)?.headers ?? {};
    const session = await browser.readSession();
    expect(await fixture.gateway.readShown(shown.authorization)).toMatchObject({
      ...{ sub: 'cb.an', role: 'counter', unit: 'xa-thanh-ba', name: 'Nguyễn Văn An', sid: session['sid'] },
    });
    expect(shown.cookie).toBeUndefined();
  });

  it('gives the browser one cookie that no script and no other site can use, and no token', async () => {
    const browser = await fixture.signIn('cb.an');
    const cookies = await browser.cookies();
    expect(cookies.map(({ key }) => key)).toEqual(['__Host-motcua-session']);
    expect(cookies[0]).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/',
      hostOnly: true,
      expires: 'Infinity',
    });
    const session = await browser.ask('/auth/session');
    expect(session.headers.get('cache-control')).toBe('no-store');
    const text = await session.text();
    expect(JSON.parse(text)).toMatchObject({
      ...{ signedIn: true, provider: 'tinh', person: { sub: 'cb.an', name: 'Nguyễn Văn An' } },
      posts: [{ role: 'counter', unit: 'xa-thanh-ba' }],
      post: { role: 'counter', unit: 'xa-thanh-ba' },
    });
    expect(text).not.toMatch(/eyJ|refresh|id_?token/i);
    expect(text).not.toContain(String(cookies[0]?.value));
  });

  it('keeps neither the secret nor what the provider gave where somebody could read it', async () => {
    const browser = await fixture.signIn('cb.an');
    const { rows } = await fixture.database.pool.query('SELECT session::text AS row, sealed FROM session');
    const text = rows.map(({ row, sealed }: { row: string; sealed: Buffer }) => row + sealed.toString('latin1')).join('\n');
    expect(text).not.toContain((await browser.sessionCookie())?.value);
    expect(text).not.toMatch(/eyJ|refreshToken/);
  });

  it('begins a new session, whatever the browser came with', async () => {
    const browser = new Browser(fixture.gateway.url);
    const planted = 'A'.repeat(43);
    await browser.plant(`__Host-motcua-session=${planted}; Path=/; Secure; HttpOnly`);
    await browser.go('/auth/sign-in');
    const first = (await browser.sessionCookie())?.value;
    expect(first).not.toBe(planted);
    await browser.go('/auth/sign-in');
    expect((await browser.sessionCookie())?.value).not.toBe(first);
    // What somebody else may have of the former one opens nothing any more.
    const other = new Browser(fixture.gateway.url);
    await other.plant(`__Host-motcua-session=${first ?? ''}; Path=/; Secure; HttpOnly`);
    expect(await codeOf(await other.ask('/v1/board'))).toEqual([401, 'auth.session-ended']);
  });

  it('needs a post, and says so on a page', async () => {
    fixture.provider.accounts.set('nobody', { name: 'Không', posts: [] });
    fixture.provider.current = 'nobody';
    const browser = new Browser(fixture.gateway.url);
    const { answer } = await browser.go('/auth/sign-in');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('Tài khoản chưa được giao vị trí nào');
    expect(await browser.cookies()).toEqual([]);
  });

  it('is refused to who did not leave from here, comes twice, or too late', async () => {
    const browser = new Browser(fixture.gateway.url);
    const leave = async () => (await browser.ask('/auth/sign-in')).headers.get('location') ?? '';
    const provide = new Browser(fixture.provider.issuer);
    /** As far as the code, which the browser does not bring yet. */
    const findCallback = async (url: string): Promise<string> => {
      for (let next = url; ;) {
        const location = (await provide.ask(next)).headers.get('location') ?? '';
        next = new URL(location, next).href;
        if (next.startsWith(fixture.gateway.url)) return next;
      }
    };
    const callback = await findCallback(await leave());
    const attacked = new Browser(fixture.gateway.url);
    expect(await codeOf(await attacked.ask(callback))).toEqual([400, 'auth.sign-in-interrupted']);
    const forged = new URL(callback);
    forged.searchParams.set('state', 'of-somebody-else');
    expect(await codeOf(await browser.ask(forged.href))).toEqual([400, 'auth.sign-in-interrupted']);
    expect((await browser.ask(callback)).status).toBe(303);
    expect(await codeOf(await browser.ask(callback))).toEqual([400, 'auth.sign-in-interrupted']);
    const late = await findCallback(await leave());
    fixture.pass(11 * 60_000);
    expect(await codeOf(await browser.ask(late))).toEqual([400, 'auth.sign-in-interrupted']);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
    'board',
    '/%0d%0a',
  ])('leads to no other site: %j', async (to) => {
    const browser = new Browser(fixture.gateway.url);
    const answer = await browser.ask(`/auth/sign-in?to=${encodeURIComponent(to)}`);
    if (to === '/%0d%0a') expect(answer.status).toBe(303);
    else expect(await codeOf(answer)).toEqual([400, 'auth.return-path']);
  });

  it('knows its providers, and says what is wrong while one is away', async () => {
    const browser = new Browser(fixture.gateway.url);
    expect(await (await browser.ask('/auth/providers')).json()).toEqual({
      providers: [{ name: 'tinh', title: 'tinh', issuer: fixture.provider.issuer, signIn: true }],
    });
    expect(await codeOf(await browser.ask('/auth/sign-in?provider=other'))).toEqual([404, 'auth.no-such-provider']);
    expect(await (await browser.ask('/auth/session')).json()).toEqual({ signedIn: false });
  });
});

describe('signing out', () => {
  it('ends the session here and at the provider', async () => {
    const browser = await fixture.signIn('cb.an');
    const { location } = (await (await browser.change('/auth/sign-out')).json()) as { location: string };
    const address = new URL(location);
    expect(address.origin + address.pathname).toBe(`${fixture.provider.issuer}/session/end`);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${fixture.gateway.url}/`);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(await browser.readSession()).toEqual({ signedIn: false });
    expect(await browser.cookies()).toEqual([]);
  });

  it('everywhere ends all sessions of the person, and nobody else’s', async () => {
    const [desk, phone, other] = [await fixture.signIn('cb.an'), await fixture.signIn('cb.an'), await fixture.signIn('cb.binh')];
    expect((await desk.change('/auth/sign-out-everywhere')).status).toBe(200);
    expect(await codeOf(await phone.ask('/v1/board'))).toEqual([401, 'auth.session-ended']);
    expect(await other.readSession()).toMatchObject({ signedIn: true });
  });
});

describe('several posts', () => {
  it('are chosen from, each time under a new cookie', async () => {
    const browser = await fixture.signIn('cb.binh');
    expect(await browser.readSession()).toMatchObject({ post: null });
    const board = () => browser.ask('/v1/board');
    expect(await (await board()).json()).toMatchObject({
      ...{ status: 400, code: 'auth.post-needed', posts: ['head@xa-thanh-ba', 'specialist@xa-dong-xuan'] },
    });
    const before = (await browser.sessionCookie())?.value;
    const { sid } = await browser.readSession();
    const chosen = await browser.change('/auth/post', { body: { role: 'specialist', unit: 'xa-dong-xuan' } });
    expect(await chosen.json()).toMatchObject({ sid, post: { role: 'specialist', unit: 'xa-dong-xuan' } });
    const after = (await browser.sessionCookie())?.value;
    expect(after).not.toBe(before);
    expect((await board()).status).toBe(200);
    const shown = fixture.gateway.upstreams.kpi.received.at(-1)?.headers.authorization;
    expect(await fixture.gateway.readShown(shown)).toMatchObject({
      sub: 'cb.binh',
      role: 'specialist',
      unit: 'xa-dong-xuan',
      sid,
    });
    await browser.readSession();
    const foreign = await browser.change('/auth/post', { body: { role: 'head', unit: 'xa-dong-xuan' } });
    expect(await codeOf(foreign)).toEqual([403, 'auth.not-your-post']);
    expect(await codeOf(await browser.change('/auth/post', { body: { unit: 'x' } }))).toEqual([400, 'request.invalid']);
  });
});

describe('a change by cookie', () => {
  const ask = (browser: Browser, headers: Record<string, string>, path = '/v1/dossiers') =>
    browser.ask(path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...headers } });

  it('has to come from a page of ours', async () => {
    const browser = await fixture.signIn('cb.an');
    const good = { origin: browser.origin, 'sec-fetch-site': 'same-origin', 'x-csrf-token': browser.csrfToken };
    const { intake } = fixture.gateway.upstreams;
    expect((await ask(browser, good)).status).toBe(200);
    expect(intake.received.at(-1)?.headers['x-csrf-token']).toBeUndefined();
    const { origin: _o, 'sec-fetch-site': _s, ...old } = good;
    expect((await ask(browser, old)).status).toBe(200); // A browser that says nothing of where it comes from.
    const before = intake.received.length;
    const other = await fixture.signIn('cb.an');
    for (const wrong of [
      { ...good, origin: 'https://evil.example' },
      { ...good, origin: 'null' },
      { ...good, 'sec-fetch-site': 'cross-site' },
      { ...good, 'sec-fetch-site': 'same-site' },
      { ...good, 'sec-fetch-site': 'none' },
      { ...good, 'x-csrf-token': '' },
      { ...good, 'x-csrf-token': other.csrfToken },
      { origin: browser.origin, 'sec-fetch-site': 'same-origin' },
    ])
      for (const path of ['/v1/dossiers', '/auth/sign-out', '/auth/post', '/auth/sign-out-everywhere'])
        expect(await codeOf(await ask(browser, wrong, path))).toEqual([403, 'auth.cross-site']);
    expect(intake.received).toHaveLength(before);
    expect(await browser.readSession()).toMatchObject({ signedIn: true });
  });
});
