import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@motcua/testing';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { readFile, rename, writeFile } from 'node:fs/promises';
import {
  clientCredentialsGrant,
  initiateDeviceAuthorization,
  pollDeviceAuthorizationGrant,
  refreshTokenGrant,
} from 'openid-client';
import {
  createIdentityFixture,
  PASSWORD,
  PROGRAM_SECRET,
  PUBLIC_URL,
  type IdentityFixture,
} from '../testing/identity-fixture.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { discoverAs } from '../testing/test-gateway.ts';

const leader = { role: 'leader', unit: 'phu-tho' } as const;
let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

describe('a program', () => {
  it('signs in with its secret as what it was made for', async () => {
    const operator = await clientCredentialsGrant(await discoverAs(fixture.url, 'operator', PROGRAM_SECRET));
    expect(decodeProtectedHeader(operator.access_token)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    expect(decodeJwt(operator.access_token)).toMatchObject({ sub: 'operator', aud: 'motcua', posts: [{ role: 'admin' }] });
    const legacy = await clientCredentialsGrant(await discoverAs(fixture.url, 'one-stop', PROGRAM_SECRET));
    expect(decodeJwt(legacy.access_token)).toMatchObject({
      ...{ sub: 'one-stop', role: 'source', source: 'urn:legacy:one-stop', unit: 'thanh-ba' },
    });
    expect(decodeJwt(legacy.access_token)).not.toHaveProperty('posts');
  });

  it('is refused with another secret, and where it asks for what it is not', async () => {
    const wrong = await discoverAs(fixture.url, 'operator', `${PROGRAM_SECRET}!`);
    await expect(clientCredentialsGrant(wrong)).rejects.toMatchObject({ status: 401 });
    const device = await discoverAs(fixture.url, 'operator', PROGRAM_SECRET);
    await expect(initiateDeviceAuthorization(device, { scope: 'openid' })).rejects.toMatchObject({
      error: 'invalid_request',
    });
  });
});

describe('a program of the file', () => {
  const read = () => readFile(fixture.serviceAccounts, 'utf8');
  const write = async (accounts: readonly object[]) => {
    await writeFile(`${fixture.serviceAccounts}.new`, JSON.stringify({ accounts }));
    await rename(`${fixture.serviceAccounts}.new`, fixture.serviceAccounts);
  };
  const signIn = async (id: string, secret = PROGRAM_SECRET) =>
    decodeJwt((await clientCredentialsGrant(await discoverAs(fixture.url, id, secret))).access_token);

  it('signs in as soon as it is added, with the secret of now, and no more when it is taken out', async () => {
    const { accounts } = JSON.parse(await read()) as { accounts: object[] };
    await expect(signIn('importer')).rejects.toMatchObject({ status: 401 });
    const importer = { id: 'importer', secret: PROGRAM_SECRET, source: 'urn:legacy:importer', unit: 'boston' };
    await write([...accounts, importer]);
    expect(await signIn('importer')).toMatchObject({ sub: 'importer', role: 'source', source: 'urn:legacy:importer' });
    const secret = `${PROGRAM_SECRET}-of-now`;
    await write([...accounts, { ...importer, secret }]);
    await expect(signIn('importer')).rejects.toMatchObject({ status: 401 });
    expect(await signIn('importer', secret)).toMatchObject({ sub: 'importer' });
    await write(accounts);
    await expect(signIn('importer', secret)).rejects.toMatchObject({ status: 401 });
  });

  it('is told to the gateway when it is taken out or changes, and is somebody new when it comes back', async () => {
    const { accounts } = JSON.parse(await read()) as { accounts: object[] };
    const robot = { id: 'robot', secret: PROGRAM_SECRET, role: 'leader', unit: 'phu-tho' };
    const told = (count: number) =>
      waitFor(
        () => {
          const sids = fixture.receiver.tokens.map((token) => decodeJwt(token)).filter(({ sub }) => sub === 'robot');
          return sids.length === count && sids.map(({ sid }) => sid);
        },
        { describe: `${count} logout tokens`, timeoutMs: 30_000 },
      );
    await write([...accounts, robot]);
    const { sid: first, sub } = await signIn('robot');
    expect([typeof first, sub, (await signIn('robot')).sid]).toEqual(['string', 'robot', first]);
    const untouched = (await signIn('operator')).sid;
    await write([...accounts, { ...robot, role: 'head' }]);
    expect(await told(1)).toEqual([first]);
    const second = (await signIn('robot')).sid;
    await write(accounts);
    expect(await told(2)).toEqual([first, second]);
    await write([...accounts, { ...robot, role: 'head' }]);
    expect([first, second]).not.toContain((await signIn('robot')).sid);
    expect((await signIn('operator')).sid).toBe(untouched);
    await write(accounts);
  }, 90_000);

  it('goes on while the file cannot be read', async () => {
    const text = await read();
    await writeFile(fixture.serviceAccounts, '{"accounts": [');
    expect(await signIn('operator')).toMatchObject({ sub: 'operator' });
    await writeFile(fixture.serviceAccounts, text);
  });
});

describe('the command line', () => {
  const start = async () => {
    const configuration = await discoverAs(fixture.url, 'motcua-cli');
    const device = await initiateDeviceAuthorization(configuration, { scope: 'openid offline_access' });
    return { configuration, device, browser: new TestBrowser(fixture.url) };
  };

  it('is signed in by a browser that typed its code, and goes on with refresh tokens that count once', async () => {
    const name = await fixture.addAccount([leader]);
    const { configuration, device, browser } = await start();
    expect(device.verification_uri).toBe(`${PUBLIC_URL}/identity/device`);
    const confirm = await browser.submit(await browser.open(device.verification_uri), { user_code: device.user_code });
    expect(confirm.html).toContain(device.user_code);
    expect(confirm.html).toContain('Thiết bị sẽ làm việc với quyền của bạn');
    const signIn = await browser.submit(confirm, { confirm: 'yes' });
    const done = await browser.submit(signIn, { name, password: PASSWORD });
    expect(done.html).toContain('Đã kết nối thiết bị');
    const tokens = await pollDeviceAuthorizationGrant(configuration, { ...device, interval: 0 });
    expect(decodeJwt(tokens.access_token)).toMatchObject({ sub: name, posts: [leader], amr: ['pwd'], client_id: 'motcua-cli' });
    const refreshed = await refreshTokenGrant(configuration, tokens.refresh_token ?? '');
    expect(decodeJwt(refreshed.access_token)).toMatchObject({ sub: name, posts: [leader], amr: ['pwd'] });
    await expect(refreshTokenGrant(configuration, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
    // Who used an old one may be a thief: nobody goes on with that family.
    await expect(refreshTokenGrant(configuration, refreshed.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  }, 60_000);

  it('takes the code from the address too, and still asks', async () => {
    const { device, browser } = await start();
    const sent = await browser.open(device.verification_uri_complete ?? '');
    const policy = sent.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+'/);
    expect((await browser.submit(sent, {})).html).toContain('Đúng mã, kết nối');
  }, 30_000);

  it('is not signed in where the person says it is not theirs, or the code is wrong', async () => {
    const { configuration, device, browser } = await start();
    const page = await browser.open(device.verification_uri);
    expect((await browser.submit(page, { user_code: 'WRNG-CODE' })).html).toContain('Mã không đúng');
    const confirm = await browser.submit(await browser.open(device.verification_uri), { user_code: device.user_code });
    expect((await browser.submit(confirm, { abort: 'yes' })).html).toContain('Đã dừng kết nối thiết bị');
    const polled = pollDeviceAuthorizationGrant(configuration, { ...device, interval: 0 });
    await expect(polled).rejects.toMatchObject({ error: 'access_denied' });
  }, 30_000);
});
