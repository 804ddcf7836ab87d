import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PasswordChanged } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import {
  initiateDeviceAuthorization,
  pollDeviceAuthorizationGrant,
  refreshTokenGrant,
  tokenRevocation,
  type Configuration,
} from 'openid-client';
import { z } from 'zod';
import { createIdentityFixture, PASSWORD, PUBLIC_URL, type IdentityFixture } from '../testing/identity-fixture.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { discoverAs, TestGateway, typePassword } from '../testing/test-gateway.ts';

const unit = 'xa-thanh-ba';
const counter = { role: 'counter', unit } as const;
const Claims = z.object({ sid: z.string() });
let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

const signInAt = async (name: string) => {
  const gateway = await TestGateway.create(fixture.url);
  const tokens = await gateway.take(await typePassword(new TestBrowser(fixture.url), gateway, name));
  return {
    sid: Claims.parse(tokens.claims()).sid,
    refresh: () => refreshTokenGrant(gateway.configuration, tokens.refresh_token ?? ''),
  };
};
const signIn = async (name: string): Promise<string> => (await signInAt(name)).sid;

interface Terminal {
  readonly client: Configuration;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Of its access tokens. */
  readonly sid: string;
}
const refused = { error: 'invalid_grant' };
/** @param browser in which it is confirmed */
async function logIn(name: string, browser = new TestBrowser(fixture.url)): Promise<Terminal> {
  const client = await discoverAs(fixture.url, 'motcua-cli');
  const device = await initiateDeviceAuthorization(client, { scope: 'openid offline_access' });
  const confirm = await browser.submit(await browser.open(device.verification_uri), { user_code: device.user_code });
  await browser.submit(await browser.submit(confirm, { confirm: 'yes' }), { name, password: PASSWORD });
  return toTerminal(client, await pollDeviceAuthorizationGrant(client, { ...device, interval: 0 }));
}
const refresh = async ({ client, refreshToken }: Terminal): Promise<Terminal> =>
  toTerminal(client, await refreshTokenGrant(client, refreshToken));
const toTerminal = (client: Configuration, { access_token, refresh_token = '' }: TokenAnswer): Terminal => ({
  ...{ client, accessToken: access_token, refreshToken: refresh_token, sid: Claims.parse(decodeJwt(access_token)).sid },
});
type TokenAnswer = Awaited<ReturnType<typeof refreshTokenGrant>>;
const administer = async (method: string, path: string, body: object = {}) =>
  fetch(`${fixture.url}/v1/accounts/${path}`, {
    method,
    headers: { ...(await fixture.issuer.bearer({ role: 'admin' })), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const readLogout = async (token: string | undefined) => {
  const keys = createRemoteJWKSet(new URL(`${fixture.url}/identity/jwks`));
  return jwtVerify(token ?? '', keys, { issuer: `${PUBLIC_URL}/identity`, audience: 'motcua-gateway', typ: 'logout+jwt' });
};
const awaitLogouts = (count: number) =>
  waitFor(() => fixture.receiver.tokens.length >= count, { describe: `${count} logout tokens`, timeoutMs: 20_000 });

/** Who and what the gateway is told of. */
const readLogouts = async (count: number) => {
  await awaitLogouts(count);
  return (await Promise.all(fixture.receiver.tokens.map(readLogout))).map(({ payload }) => payload);
};

describe('somebody whose account is disabled', () => {
  it('loses every session and token, of which the gateway hears until it has heard', async () => {
    const name = await fixture.addAccount([counter]);
    const sessions = [await signIn(name), await signIn(name)];
    const terminal = await logIn(name);

    fixture.receiver.tokens.length = 0;
    fixture.receiver.isAway = true;
    expect((await administer('POST', `${name}/disable`)).status).toBe(200);
    await expect(refresh(terminal)).rejects.toMatchObject(refused);
    const { rows } = await fixture.own.pool.query('SELECT 1 FROM oidc_record WHERE account_id = $1', [name]);
    expect(rows).toEqual([]);

    await waitFor(async () => (await fixture.own.pool.query('SELECT 1 FROM pending_logout WHERE attempts > 0')).rows.length > 0, {
      describe: 'a notice that was not heard',
    });
    fixture.receiver.isAway = false;
    const told = await readLogouts(3);
    expect(told.map(({ sid }) => sid).sort()).toEqual([...sessions, terminal.sid].sort());
    expect(told[0]).toMatchObject({ sub: name, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } });
    await waitFor(async () => (await fixture.own.pool.query('SELECT 1 FROM pending_logout')).rows.length === 0, {
      describe: 'nothing left to tell',
    });
    const again = await typePassword(new TestBrowser(fixture.url), await TestGateway.create(fixture.url), name);
    expect(again.status).toBe(401);
  }, 90_000);
});

describe('a terminal', () => {
  it('keeps its name through all refreshes, and another one confirmed in the same browser has its own', async () => {
    const name = await fixture.addAccount([counter]);
    const browser = new TestBrowser(fixture.url);
    const [one, other] = [await logIn(name, browser), await logIn(name, browser)];
    const refreshed = await refresh(one);
    expect(refreshed.sid).toBe(one.sid);
    expect(other.sid).not.toBe(one.sid);
    fixture.receiver.tokens.length = 0;
    await tokenRevocation(refreshed.client, refreshed.refreshToken);
    expect((await readLogouts(1)).map(({ sub, sid }) => ({ sub, sid }))).toEqual([{ sub: name, sid: one.sid }]);
    await expect(refresh(refreshed)).rejects.toMatchObject(refused);
    expect((await refresh(other)).sid).toBe(other.sid);
    expect((await logIn(name, browser)).sid).not.toBe(one.sid);
  }, 90_000);

  it('whose refresh token is shown twice is told of: one of the two is a thief', async () => {
    const terminal = await logIn(await fixture.addAccount([counter]));
    await refresh(terminal);
    fixture.receiver.tokens.length = 0;
    await expect(refresh(terminal)).rejects.toMatchObject(refused);
    expect((await readLogouts(1)).map(({ sid }) => sid)).toEqual([terminal.sid]);
  }, 60_000);
});

describe('a new password', () => {
  const change = async (sub: string, sid: string | undefined) => {
    const token = await fixture.issuer.token({ ...counter, sub, ...(sid === undefined ? {} : { provider_sid: sid }) });
    const answer = await fetch(`${fixture.url}/v1/accounts/me/password`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ current: PASSWORD, next: 'một mật khẩu khác' }),
    });
    return { status: answer.status, body: PasswordChanged.parse(await answer.json()) };
  };

  it('ends every other browser and terminal, says so, and lets the browser go on in which it was given', async () => {
    const name = await fixture.addAccount([counter]);
    const [here, there, terminal] = [await signInAt(name), await signInAt(name), await logIn(name)];
    fixture.receiver.tokens.length = 0;
    const { status, body } = await change(name, here.sid);
    expect([status, body.endedElsewhere]).toEqual([200, 2]);
    expect(body.message.vi).toContain('Đã đăng xuất khỏi 2 nơi khác');
    expect((await readLogouts(2)).map(({ sid }) => sid).sort()).toEqual([there.sid, terminal.sid].sort());
    await expect(there.refresh()).rejects.toMatchObject(refused);
    await expect(refresh(terminal)).rejects.toMatchObject(refused);
    expect((await here.refresh()).claims()).toMatchObject({ sub: name });
  }, 90_000);

  it('ends a sign-in that was begun with the former one and not brought to its end', async () => {
    const name = await fixture.addAccount([counter], { mustChange: true });
    const browser = new TestBrowser(fixture.url);
    const begun = await typePassword(browser, await TestGateway.create(fixture.url), name);
    expect(begun.html).toContain('Đặt mật khẩu mới');
    expect((await change(name, undefined)).status).toBe(200);
    // Otherwise there is no step left, and the browser goes on to the gateway, signed in.
    expect((await browser.open(begun.at)).status).toBe(400);
  }, 60_000);

  it('lets the terminal go on from which it was given, and nothing where it came from elsewhere', async () => {
    const name = await fixture.addAccount([counter]);
    const [terminal, browser] = [await logIn(name), await signInAt(name)];
    expect((await change(name, terminal.sid)).body.endedElsewhere).toBe(1);
    await expect(browser.refresh()).rejects.toMatchObject(refused);
    expect((await refresh(terminal)).sid).toBe(terminal.sid);

    const other = await fixture.addAccount([counter]);
    const last = await signInAt(other);
    expect((await change(other, undefined)).body.endedElsewhere).toBe(1);
    await expect(last.refresh()).rejects.toMatchObject(refused);
  }, 90_000);
});

describe('signing out everywhere', () => {
  it('reaches browsers and terminals, and nobody else', async () => {
    const [name, bystander] = [await fixture.addAccount([counter]), await fixture.addAccount([counter])];
    const [browser, terminal, other] = [await signInAt(name), await logIn(name), await logIn(bystander)];
    fixture.receiver.tokens.length = 0;
    const answer = await fetch(`${fixture.url}/v1/accounts/me/sign-out-everywhere`, {
      method: 'POST',
      headers: await fixture.issuer.bearer({ ...counter, sub: name }),
    });
    expect(answer.status).toBe(204);
    expect((await readLogouts(2)).map(({ sid }) => sid).sort()).toEqual([browser.sid, terminal.sid].sort());
    await expect(browser.refresh()).rejects.toMatchObject(refused);
    await expect(refresh(terminal)).rejects.toMatchObject(refused);
    expect((await refresh(other)).sid).toBe(other.sid);
    expect((await logIn(name)).sid).not.toBe(terminal.sid);
  }, 90_000);
});

describe('somebody who leaves or moves', () => {
  it('loses the post at once, keeps what is no work of an officer, and the session ends', async () => {
    const name = await fixture.addAccount([counter, { role: 'delegation', unit: 'phu-tho' }]);
    const work = { id: name, unit, role: 'counter-officer', validFrom: '2025-07-01', validTo: null } as const;
    await fixture.publishStaff(work);
    const session = await signIn(name);
    fixture.receiver.tokens.length = 0;
    await fixture.publishStaff({ ...work, unit: 'xa-chi-tien', validFrom: '2025-07-02' });
    await awaitLogouts(1);
    expect((await readLogout(fixture.receiver.tokens[0])).payload).toMatchObject({ sub: name, sid: session });
    const { rows } = await fixture.own.pool.query('SELECT posts, version FROM account WHERE id = $1', [name]);
    expect(rows).toEqual([{ posts: [{ role: 'delegation', unit: 'phu-tho' }], version: 2 }]);
  }, 60_000);

  it('cannot enter when nothing is left, and is told whom to ask', async () => {
    const name = await fixture.addAccount([counter]);
    await fixture.publishStaff({ id: name, unit, role: 'counter-officer', validFrom: '2025-07-01', validTo: '2025-12-31' });
    await waitFor(
      async () =>
        (await fixture.own.pool.query(`SELECT 1 FROM account WHERE id = $1 AND posts = '[]'`, [name])).rows.length === 1,
      { describe: 'the post to be taken' },
    );
    const page = await typePassword(new TestBrowser(fixture.url), await TestGateway.create(fixture.url), name);
    expect(page.html).toContain('Chưa được phân công');
  }, 60_000);
});

describe('signing out', () => {
  it('goes on by itself for whom the gateway sends, tells the gateway, and leads back to it', async () => {
    const name = await fixture.addAccount([counter]);
    const gateway = await TestGateway.create(fixture.url);
    const browser = new TestBrowser(fixture.url);
    const tokens = await gateway.take(await typePassword(browser, gateway, name));
    fixture.receiver.tokens.length = 0;
    const end = new URL(`${PUBLIC_URL}/identity/session/end`);
    const asked = { id_token_hint: tokens.id_token ?? '', post_logout_redirect_uri: `${PUBLIC_URL}/`, state: 'abc' };
    end.search = new URLSearchParams(asked).toString();
    // A link of another site asks; who comes from our own page with their own token has been asked there.
    expect((await browser.open('/identity/session/end')).html).not.toContain('send-form.js');
    const page = await browser.open(end);
    expect(page.html).toContain('Bạn muốn đăng xuất');
    expect(page.html).toContain('send-form.js');
    const out = await browser.submit(page, { logout: 'yes' });
    expect(out.at.href).toBe(`${PUBLIC_URL}/?state=abc`);
    await awaitLogouts(1);
    expect((await browser.open('/identity/session/end/success')).html).toContain('Đã đăng xuất');
  }, 60_000);
});
