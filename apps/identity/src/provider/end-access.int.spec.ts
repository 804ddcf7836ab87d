import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { initiateDeviceAuthorization, pollDeviceAuthorizationGrant, refreshTokenGrant } from 'openid-client';
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

const signIn = async (name: string): Promise<string> => {
  const gateway = await TestGateway.create(fixture.url);
  const page = await typePassword(new TestBrowser(fixture.url), gateway, name);
  return Claims.parse((await gateway.take(page)).claims()).sid;
};
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

describe('somebody whose account is disabled', () => {
  it('loses every session and token, of which the gateway hears until it has heard', async () => {
    const name = await fixture.addAccount([counter]);
    const sessions = [await signIn(name), await signIn(name)];
    const cli = await discoverAs(fixture.url, 'motcua-cli');
    const device = await initiateDeviceAuthorization(cli, { scope: 'openid offline_access' });
    const browser = new TestBrowser(fixture.url);
    const confirm = await browser.submit(await browser.open(device.verification_uri), { user_code: device.user_code });
    await browser.submit(await browser.submit(confirm, { confirm: 'yes' }), { name, password: PASSWORD });
    const tokens = await pollDeviceAuthorizationGrant(cli, { ...device, interval: 0 });

    fixture.receiver.tokens.length = 0;
    fixture.receiver.isAway = true;
    expect((await administer('POST', `${name}/disable`)).status).toBe(200);
    await expect(refreshTokenGrant(cli, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
    const { rows } = await fixture.own.pool.query('SELECT 1 FROM oidc_record WHERE account_id = $1', [name]);
    expect(rows).toEqual([]);

    await waitFor(async () => (await fixture.own.pool.query('SELECT 1 FROM pending_logout WHERE attempts > 0')).rows.length > 0, {
      describe: 'a notice that was not heard',
    });
    fixture.receiver.isAway = false;
    await awaitLogouts(2);
    const told = await Promise.all(fixture.receiver.tokens.map(readLogout));
    expect(told.map(({ payload }) => payload['sid']).sort()).toEqual(sessions.sort());
    expect(told[0]?.payload).toMatchObject({ sub: name, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } });
    await waitFor(async () => (await fixture.own.pool.query('SELECT 1 FROM pending_logout')).rows.length === 0, {
      describe: 'nothing left to tell',
    });
    const again = await typePassword(new TestBrowser(fixture.url), await TestGateway.create(fixture.url), name);
    expect(again.status).toBe(401);
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
