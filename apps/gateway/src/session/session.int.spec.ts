import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getTestRedisUrl, waitFor } from '@motcua/testing';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { codeOf, isSignedIn } from '../testing/answers.ts';
import { Browser } from '../testing/browser.ts';
import type { GatewayFixture } from '../testing/gateway-fixture.ts';
import { openStream } from '../testing/open-stream.ts';
import { startSignIn, type SignInFixture } from '../testing/sign-in-fixture.ts';
import { RECHECK_MS } from './sessions.ts';

const minutes = (count: number): number => count * 60_000;
const hours = (count: number): number => minutes(60 * count);

const redisUrl = getTestRedisUrl(12);
const prefix = `motcua-spec:${randomUUID()}:`;
let fixture: SignInFixture;
beforeAll(async () => {
  fixture = await startSignIn({ REDIS_URL: redisUrl, REDIS_KEY_PREFIX: prefix });
});
afterAll(() => fixture.close());

/** The same browser at another replica. */
async function moveTo(replica: GatewayFixture, browser: Browser): Promise<Browser> {
  const there = new Browser(replica.url);
  await there.plant(`__Host-motcua-session=${(await browser.sessionCookie())?.value ?? ''}; Path=/; Secure; HttpOnly`);
  return there;
}

describe('a session', () => {
  it('ends half an hour after its last use, and asking about it is no use of it', async () => {
    const browser = await fixture.signIn('cb.an');
    for (let use = 0; use < 3; use += 1) {
      fixture.pass(minutes(25));
      expect((await browser.ask('/v1/board')).status).toBe(200);
    }
    const { idleSeconds } = await browser.readSession();
    fixture.pass(minutes(20));
    const left = Number((await browser.readSession())['idleSeconds']);
    expect(Number(idleSeconds) - left).toBeGreaterThanOrEqual(20 * 60);
    fixture.pass(minutes(11));
    expect(await codeOf(await browser.ask('/v1/board'))).toEqual([401, 'auth.session-ended']);
    expect(await browser.readSession()).toEqual({ signedIn: false });
    expect(await browser.cookies()).toEqual([]);
  });

  it('ends after twelve hours in any case', async () => {
    const browser = await fixture.signIn('cb.an');
    for (let use = 0; use < 28; use += 1) {
      fixture.pass(minutes(25));
      expect((await browser.ask('/v1/board')).status).toBe(200);
    }
    fixture.pass(minutes(21));
    expect(await codeOf(await browser.ask('/v1/board'))).toEqual([401, 'auth.session-ended']);
  });

  it('is as short as the provider’s token where that cannot be refreshed', async () => {
    fixture.provider.givesRefreshTokens = false;
    const browser = await fixture.signIn('cb.an');
    fixture.provider.givesRefreshTokens = true;
    fixture.pass(minutes(9));
    expect(await isSignedIn(browser)).toBe(true);
    fixture.pass(minutes(2));
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('is not kept once it is over', async () => {
    await fixture.signIn('cb.an');
    const count = async () => (await fixture.database.pool.query('SELECT FROM session')).rowCount;
    expect(await count()).toBeGreaterThan(0);
    fixture.pass(hours(13));
    const { SessionEndsStore } = await import('./session-ends.store.ts');
    await new SessionEndsStore(fixture.database.pool).sweep(new Date(Date.now() + hours(48)));
    expect(await count()).toBe(0);
  });
});

describe('a refresh', () => {
  it('reads the posts anew within five minutes, once for all requests', async () => {
    fixture.provider.accounts.set('cb.moved', { name: 'Lê Văn C', posts: [{ role: 'counter', unit: 'xa-thanh-ba' }] });
    const browser = await fixture.signIn('cb.moved');
    const posts = [
      { role: 'counter', unit: 'xa-thanh-ba' },
      { role: 'head', unit: 'xa-dong-xuan' },
    ];
    fixture.provider.accounts.set('cb.moved', { name: 'Lê Văn C', posts });
    const before = fixture.provider.tokenRequests;
    fixture.pass(minutes(5) + 1_000);
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.ask('/v1/board')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(fixture.provider.tokenRequests).toBe(before + 1);
    expect((await browser.readSession())['posts']).toEqual(posts);
  });

  it('ends the session of who left, or lost the post they were in', async () => {
    fixture.provider.accounts.set('cb.left', { name: 'D', posts: [{ role: 'counter', unit: 'xa-thanh-ba' }] });
    const [left, lost] = [await fixture.signIn('cb.left'), await fixture.signIn('cb.moved')];
    await lost.change('/auth/post', { body: { role: 'head', unit: 'xa-dong-xuan' } });
    fixture.provider.accounts.delete('cb.left');
    fixture.provider.accounts.set('cb.moved', { name: 'Lê Văn C', posts: [{ role: 'counter', unit: 'xa-thanh-ba' }] });
    fixture.pass(minutes(6));
    for (const browser of [left, lost]) expect(await codeOf(await browser.ask('/v1/board'))).toEqual([401, 'auth.session-ended']);
  });

  it('waits for a provider that is away, but not for longer than a quarter of an hour', async () => {
    const browser = await fixture.signIn('cb.an');
    fixture.provider.outage = 503;
    fixture.pass(minutes(6));
    expect((await browser.ask('/v1/board')).status).toBe(200);
    fixture.pass(minutes(5));
    expect((await browser.ask('/v1/board')).status).toBe(200);
    fixture.pass(minutes(5));
    expect((await browser.ask('/v1/board')).status).toBe(401);
    fixture.provider.outage = undefined;
  });
});

describe('a live stream', () => {
  it('ends with its session: signed out everywhere, another post, nobody there', async () => {
    const [desk, board] = [await fixture.signIn('cb.binh'), await fixture.signIn('cb.binh')];
    for (const browser of [desk, board]) {
      await browser.change('/auth/post', { body: { role: 'head', unit: 'xa-thanh-ba' } });
      await browser.readSession();
    }
    const ofPost = await openStream(desk);
    await desk.change('/auth/post', { body: { role: 'specialist', unit: 'xa-dong-xuan' } });
    await ofPost();
    await desk.readSession();
    const ofBoard = await openStream(board);
    await desk.change('/auth/sign-out-everywhere');
    await ofBoard();

    const away = await fixture.signIn('cb.an');
    const ofAway = await openStream(away);
    fixture.pass(minutes(31));
    await ofAway();
  });

  it('keeps no session from becoming idle, however often its browser opens it', async () => {
    const browser = await fixture.signIn('cb.an');
    for (let times = 0; times < 2; times += 1) {
      fixture.pass(minutes(14));
      await browser
        .ask('/v1/live', { headers: { accept: 'text/event-stream' }, signal: AbortSignal.timeout(200) })
        .catch(() => undefined);
    }
    fixture.pass(minutes(3));
    expect(await isSignedIn(browser)).toBe(false);
  });

  it.each([
    ['told by Redis, without having to look', {}, { recheckMs: 3_600_000 }],
    ['without Redis, because it looks', { REDIS_URL: '' }, {}],
  ])('at another replica ends too, %s', async (_how, environment, clock) => {
    const replica = await fixture.startReplica(environment, clock);
    const here = await fixture.signIn('cb.an');
    const there = await moveTo(replica, here);
    const ended = await openStream(there);
    if (!('REDIS_URL' in environment)) await waitForSubscriptions(2);
    await here.change('/auth/sign-out');
    await ended();
    expect(await isSignedIn(there)).toBe(false);
  });

  it('is looked at every second', () => {
    expect(RECHECK_MS).toBe(1_000);
  });

  it('ends when the person is disabled at the provider, who says so or is asked', async () => {
    fixture.provider.accounts.set('cb.e', { name: 'E', posts: [{ role: 'counter', unit: 'xa-thanh-ba' }] });
    const [told, asked] = [await fixture.signIn('cb.e'), await fixture.signIn('cb.binh')];
    await asked.change('/auth/post', { body: { role: 'head', unit: 'xa-thanh-ba' } });
    const [ofTold, ofAsked] = [await openStream(told), await openStream(asked)];
    const token = await fixture.provider.signLogoutToken({ sub: 'cb.e', jti: randomUUID() });
    expect((await logOut(token)).status).toBe(200);
    await ofTold();
    const binh = fixture.provider.accounts.get('cb.binh');
    fixture.provider.accounts.delete('cb.binh');
    fixture.pass(minutes(6));
    await ofAsked();
    if (binh !== undefined) fixture.provider.accounts.set('cb.binh', binh);
  });
});

/** What is told before a replica listens it never hears. */
async function waitForSubscriptions(count: number): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    const listening = async () => (await redis.pubsub('NUMSUB', `${prefix}ended-sessions`))[1];
    await waitFor(async () => (await listening()) === count, { describe: `${count} replicas to listen` });
  } finally {
    redis.disconnect();
  }
}

const logOut = (token: string): Promise<Response> =>
  fetch(`${fixture.gateway.url}/auth/back-channel-logout`, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
  });

describe('a logout token', () => {
  it('ends one session of the provider, or all of a person, once', async () => {
    const [one, other] = [await fixture.signIn('cb.an'), await fixture.signIn('cb.an')];
    await fixture.database.pool.query(`UPDATE session SET provider_sid = encode(id_hash, 'hex')`);
    const { createHash } = await import('node:crypto');
    const sid = createHash('sha256')
      .update((await one.sessionCookie())?.value ?? '')
      .digest('hex');
    expect((await logOut(await fixture.provider.signLogoutToken({ sid, jti: randomUUID() }))).status).toBe(200);
    expect([await isSignedIn(one), await isSignedIn(other)]).toEqual([false, true]);
    const token = await fixture.provider.signLogoutToken({ sub: 'cb.an', jti: randomUUID() });
    expect((await logOut(token)).status).toBe(200);
    expect(await isSignedIn(other)).toBe(false);
    const again = await fixture.signIn('cb.an');
    expect(await codeOf(await logOut(token))).toEqual([400, 'auth.logout-token-invalid']);
    expect(await isSignedIn(again)).toBe(true);
  });

  it('is refused where it is none', async () => {
    const browser = await fixture.signIn('cb.an');
    const sign = (claims: object, header = {}) =>
      fixture.provider.signLogoutToken({ sub: 'cb.an', jti: randomUUID(), ...claims }, header);
    const refused = [
      await sign({ events: {} }),
      await sign({ events: { 'http://schemas.openid.net/event/backchannel-logout': 'yes' } }),
      await sign({ nonce: 'n' }),
      await sign({ sub: undefined }),
      await sign({ jti: undefined }),
      await sign({}, { typ: 'at+jwt' }),
      (await sign({})).replace(/\.[^.]+$/, '.AAAA'),
      'x.y.z',
    ];
    for (const token of refused) expect(await codeOf(await logOut(token))).toEqual([400, 'auth.logout-token-invalid']);
    expect(await codeOf(await fetch(`${fixture.gateway.url}/auth/back-channel-logout`, { method: 'POST' }))).toEqual([
      400,
      'auth.logout-token-invalid',
    ]);
    expect(await isSignedIn(browser)).toBe(true);
  });
});
