import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initiateDeviceAuthorization, pollDeviceAuthorizationGrant } from 'openid-client';
import { PROGRAM, SignInFixture } from '../testing/sign-in-fixture.ts';
import { discoverProvider } from './discover-provider.ts';
import { findProviders } from './find-providers.ts';
import { findLogin, keepLogin, toLoginsFile } from './login-file.ts';
import { getLoginToken, toStoredTokens } from './login-tokens.ts';
import { createProgramTokens } from './program-tokens.ts';
import { type DeviceCode, signInByDevice } from './sign-in-by-device.ts';
import { signOut } from './sign-out.ts';

let fixture: SignInFixture;
let folder: string;
let place: { file: string; gatewayUrl: string };
beforeEach(async () => {
  fixture = await SignInFixture.start();
  folder = await mkdtemp(join(tmpdir(), 'motcua-login-'));
  place = { file: toLoginsFile({ XDG_CONFIG_HOME: folder }), gatewayUrl: fixture.gatewayUrl };
});
afterEach(async () => {
  await fixture.stop();
  await rm(folder, { recursive: true });
});

/** As `signInByDevice` does, without its five seconds until it asks whether the code was confirmed. */
async function signIn(): Promise<void> {
  const [provider] = await findProviders(fixture.gatewayUrl);
  const login = { issuer: provider?.issuer ?? '', path: provider?.path ?? '', clientId: 'motcua-cli' };
  const client = await discoverProvider({ gatewayUrl: fixture.gatewayUrl, provider: login, clientId: login.clientId });
  const device = await initiateDeviceAuthorization(client, { scope: 'openid offline_access' });
  await fixture.confirm(device.user_code, 'cb.an');
  const tokens = await pollDeviceAuthorizationGrant(client, { ...device, interval: 0 });
  await keepLogin(place.file, place.gatewayUrl, { ...login, ...toStoredTokens(tokens) });
}
const find = () => findLogin(place.file, place.gatewayUrl);
/** As when its access token has come to its end. */
async function letExpire(): Promise<void> {
  const login = await find();
  await keepLogin(place.file, place.gatewayUrl, login === undefined ? undefined : { ...login, expiresAtMs: Date.now() });
}

describe('a login at the terminal', () => {
  it('is kept for its owner alone, and shown until its end', async () => {
    const shown: string[] = [];
    const show = ({ url, code }: DeviceCode): void => {
      shown.push(url);
      void fixture.confirm(code, 'cb.an');
    };
    await signInByDevice({ ...place, post: 'head@xa-thanh-ba', show });
    expect(shown).toEqual([expect.stringMatching(/^https:\/\/motcua\.example\.vn\/identity\/device\?user_code=/)]);
    expect((await stat(place.file)).mode & 0o777).toBe(0o600);
    expect(await find()).toMatchObject({
      issuer: 'https://motcua.example.vn/identity',
      clientId: 'motcua-cli',
      post: 'head@xa-thanh-ba',
    });
    const asked = fixture.tokenRequests;
    expect(decodeJwt(await getLoginToken(place))).toMatchObject({ sub: 'cb.an', aud: 'motcua' });
    expect(fixture.tokenRequests).toBe(asked);
  }, 30_000);

  it('is refreshed once, however many commands find it expired at one moment', async () => {
    await signIn();
    await letExpire();
    const first = (await find())?.refreshToken;
    const asked = fixture.tokenRequests;
    const tokens = await Promise.all([getLoginToken(place), getLoginToken(place), getLoginToken(place)]);
    expect(new Set(tokens).size).toBe(1);
    expect(fixture.tokenRequests).toBe(asked + 1);
    expect((await find())?.refreshToken).not.toBe(first);
    await letExpire();
    expect(decodeJwt(await getLoginToken(place)).sub).toBe('cb.an');
    expect((await readdir(join(folder, 'motcua'))).sort()).toEqual(['logins.json']);
  }, 30_000);

  it('stays while the provider is away, and is over when the provider says so', async () => {
    await signIn();
    await letExpire();
    fixture.isAway = true;
    await expect(getLoginToken(place)).rejects.toMatchObject({ code: 'provider.unreachable' });
    fixture.isAway = false;
    await fixture.endGrants((await find())?.refreshToken ?? '');
    await expect(getLoginToken(place)).rejects.toMatchObject({ code: 'login.ended' });
    await expect(getLoginToken(place)).rejects.toMatchObject({ code: 'login.none', exitCode: 2 });
  }, 30_000);

  it('ends at the provider too', async () => {
    await signIn();
    const login = await find();
    expect(await signOut(place)).toBe('ended');
    expect(await signOut(place)).toBe('nobody-was-signed-in');
    await keepLogin(place.file, place.gatewayUrl, { ...login!, expiresAtMs: Date.now() });
    await expect(getLoginToken(place)).rejects.toMatchObject({ code: 'login.ended' });
  }, 30_000);

  it('leaves nothing here where the provider is away at its end', async () => {
    await signIn();
    fixture.isAway = true;
    expect(await signOut(place)).toBe('forgotten-here-alone');
    expect(await find()).toBeUndefined();
  }, 30_000);

  it('is taken from no file that others can read, or that is something else', async () => {
    await signIn();
    await chmod(place.file, 0o640);
    await expect(getLoginToken(place)).rejects.toMatchObject({ code: 'login.not-private', hint: `chmod 600 ${place.file}` });
    await chmod(place.file, 0o600);
    await writeFile(place.file, '{"x": {"accessToken": "secret"}}');
    const failure: unknown = await getLoginToken(place).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'login.unreadable' });
    expect(String(failure)).not.toContain('secret');
  }, 30_000);

  it('is one of each installation', async () => {
    await signIn();
    const other = 'https://other.example.vn';
    await expect(getLoginToken({ ...place, gatewayUrl: other })).rejects.toMatchObject({ code: 'login.none' });
    await keepLogin(place.file, other, { issuer: 'https://id.example', clientId: 'c', accessToken: 't', expiresAtMs: 0 });
    expect(Object.keys(JSON.parse(await readFile(place.file, 'utf8')) as object).sort()).toEqual(
      [place.gatewayUrl, other].sort(),
    );
    expect((await find())?.issuer).toBe('https://motcua.example.vn/identity');
  }, 30_000);

  it('is no answer to who asks in the clear', async () => {
    const show = (): void => undefined;
    const inTheClear = signInByDevice({ ...place, gatewayUrl: 'http://motcua.example.vn', show });
    await expect(inTheClear).rejects.toMatchObject({ code: 'sign-in.insecure', exitCode: 2 });
    const provider = { issuer: 'http://id.example.vn' };
    const asked = discoverProvider({ gatewayUrl: 'https://motcua.example.vn', provider, clientId: 'c' });
    await expect(asked).rejects.toMatchObject({ code: 'sign-in.insecure' });
  });
});

describe('a program', () => {
  it('signs in through the gateway it was told, and once for many requests', async () => {
    const getToken = createProgramTokens({ gatewayUrl: fixture.gatewayUrl, ...PROGRAM });
    const tokens = await Promise.all([getToken(), getToken(), getToken()]);
    expect(decodeJwt(tokens[0])).toMatchObject({ sub: 'importer', aud: 'motcua' });
    expect(new Set([...tokens, await getToken()]).size).toBe(1);
    expect(fixture.tokenRequests).toBe(1);
  });

  it('is told that its secret is wrong, and asks again when the provider is back', async () => {
    const wrong = createProgramTokens({ gatewayUrl: fixture.gatewayUrl, ...PROGRAM, secret: 'another' });
    await expect(wrong()).rejects.toMatchObject({ code: 'sign-in.wrong-secret', exitCode: 2 });
    const getToken = createProgramTokens({ gatewayUrl: fixture.gatewayUrl, ...PROGRAM });
    fixture.isAway = true;
    await expect(getToken()).rejects.toMatchObject({ code: 'provider.unreachable' });
    fixture.isAway = false;
    expect(decodeJwt(await getToken()).sub).toBe('importer');
  });

  it('names one of several providers, or is told their names', async () => {
    const program = { gatewayUrl: fixture.gatewayUrl, ...PROGRAM, provider: 'tinh' };
    await expect(createProgramTokens(program)()).rejects.toMatchObject({
      code: 'sign-in.unknown-provider',
      hint: 'It has: identity',
    });
  });
});
