import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RECHECK_MS } from '../session/sessions.ts';
import { codeOf, isSignedIn } from '../testing/answers.ts';
import { BearerClient } from '../testing/bearer-client.ts';
import { Browser } from '../testing/browser.ts';
import { startSignIn, type SignInFixture } from '../testing/sign-in-fixture.ts';
import { UpstreamFixture } from '../testing/upstream-fixture.ts';

const identity = new UpstreamFixture();
let identityUrl: string;
let fixture: SignInFixture;
beforeAll(async () => {
  identityUrl = await identity.start();
  fixture = await startSignIn({ IDENTITY_URL: identityUrl, GATEWAY_CLIENT_SECRET_FILE: '/nobody/asks/for/it' });
});
afterAll(async () => {
  await fixture.close();
  await identity.stop();
});

async function signIn(): Promise<Browser> {
  fixture.provider.current = 'cb.an';
  const browser = new Browser(fixture.gateway.url);
  await browser.go('/auth/sign-in?to=/v1/board&provider=tinh');
  await browser.readSession();
  return browser;
}
const showing = async (sub: string): Promise<BearerClient> =>
  new BearerClient(fixture.gateway.url, await fixture.provider.signAccessToken({ sub }));
/** As if all had signed in at the provider behind us. */
async function moveToOwnProvider(): Promise<void> {
  await fixture.database.pool.query(`UPDATE session SET provider = 'identity', provider_sid = 'here'`);
  fixture.pass(RECHECK_MS + 1);
}

describe('signing out everywhere', () => {
  it('ends the access tokens of the person too, and nobody else’s', async () => {
    const [browser, terminal, other] = [await signIn(), await showing('cb.an'), await showing('cb.binh')];
    expect((await terminal.ask('/v1/board')).status).toBe(200);
    expect((await browser.change('/auth/sign-out-everywhere')).status).toBe(200);
    expect(await codeOf(await terminal.ask('/v1/board'))).toEqual([401, 'auth.invalid']);
    expect((await other.ask('/v1/board')).status).toBe(200);
    expect(identity.received).toEqual([]);
  });

  it('has the provider behind us end what it gave, in the name of the person', async () => {
    const [desk, phone] = [await signIn(), await signIn()];
    await moveToOwnProvider();
    const answer = await desk.change('/auth/sign-out-everywhere');
    expect([answer.status, await answer.json()]).toEqual([200, { location: `${fixture.gateway.url}/` }]);
    expect([await isSignedIn(desk), await isSignedIn(phone)]).toEqual([false, false]);
    const [asked, ...others] = identity.received.splice(0);
    expect([asked?.url, others]).toEqual(['/v1/accounts/me/sign-out-everywhere', []]);
    expect(await fixture.gateway.readShown(asked?.headers.authorization)).toMatchObject({ sub: 'cb.an', role: 'counter' });
  });

  it('says what is left to do where that provider does not answer; the browsers are out', async () => {
    const [desk, phone] = [await signIn(), await signIn()];
    await moveToOwnProvider();
    await identity.stop();
    const answer = await desk.change('/auth/sign-out-everywhere');
    expect(await codeOf(answer)).toEqual([503, 'auth.sign-out-incomplete']);
    expect(answer.headers.getSetCookie().join()).toContain('Max-Age=0');
    expect([await isSignedIn(desk), await isSignedIn(phone)]).toEqual([false, false]);
    await identity.start(Number(new URL(identityUrl).port));
  });
});

describe('what a service is shown', () => {
  it('says where its caller is signed in at the provider', async () => {
    const token = await fixture.provider.signAccessToken({ sub: 'cb.chi', sid: 'at-a-terminal' });
    await new BearerClient(fixture.gateway.url, token).ask('/v1/board');
    const shown = fixture.gateway.upstreams.kpi.received.at(-1)?.headers.authorization;
    expect(await fixture.gateway.readShown(shown)).toMatchObject({ provider_sid: 'at-a-terminal' });
    const browser = await signIn();
    await moveToOwnProvider();
    await browser.ask('/v1/board');
    const ofBrowser = fixture.gateway.upstreams.kpi.received.at(-1)?.headers.authorization;
    expect(await fixture.gateway.readShown(ofBrowser)).toMatchObject({ provider_sid: 'here' });
  });
});
