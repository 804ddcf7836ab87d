import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { codeOf, isSignedIn } from '../testing/answers.ts';
import { startSignIn, type SignInFixture } from '../testing/sign-in-fixture.ts';

let fixture: SignInFixture;
beforeAll(async () => {
  fixture = await startSignIn();
}, 60_000);
afterAll(() => fixture.close());

const seconds = (): number => Math.floor(Date.now() / 1_000);
const event = 'http://schemas.openid.net/event/backchannel-logout';
const sign = (claims: object = {}, header: object = {}): Promise<string> =>
  fixture.provider.signLogoutToken({ sub: 'cb.an', jti: randomUUID(), ...claims }, header);
const show = (token: string, method = 'POST'): Promise<Response> =>
  fetch(`${fixture.gateway.url}/auth/back-channel-logout`, { method, body: new URLSearchParams({ logout_token: token }) });
/** All that a good one says. */
const claims = (): object => ({
  ...{ iss: fixture.provider.issuer, aud: 'motcua-gateway', sub: 'cb.an', jti: randomUUID() },
  ...{ events: { [event]: {} }, iat: seconds(), exp: seconds() + 120 },
});

async function signByAnother(header: object = {}): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT({ ...claims() }).setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt', ...header }).sign(privateKey);
}
/** As if the provider's public key were a secret that it shares with us. */
async function signWithPublicKey(): Promise<string> {
  const { jwks_uri: uri } = (await (await fetch(`${fixture.provider.issuer}/.well-known/openid-configuration`)).json()) as {
    jwks_uri: string;
  };
  const secret = Buffer.from(await (await fetch(uri)).text());
  return new SignJWT({ ...claims() }).setProtectedHeader({ alg: 'HS256', kid: 'provider', typ: 'logout+jwt' }).sign(secret);
}
/** Another claim, the same signature. */
async function forge(): Promise<string> {
  const [header, , signature] = (await sign({ sub: 'cb.binh' })).split('.');
  return [header, Buffer.from(JSON.stringify(claims())).toString('base64url'), signature].join('.');
}

describe('a logout token', () => {
  it.each<[string, () => Promise<string> | string]>([
    ['for another client', () => sign({ aud: 'another' })],
    ['for several others', () => sign({ aud: ['another', 'motcua'] })],
    ['of another issuer', () => sign({ iss: 'https://another.example' })],
    ['of an issuer that is ours with a slash', () => sign({ iss: `${fixture.provider.issuer}/` })],
    ['without an issuer', () => sign({ iss: undefined })],
    ['that has expired', () => sign({ iat: seconds() - 200, exp: seconds() - 100 })],
    ['that never expires', () => sign({ exp: undefined })],
    ['that is kept for later', () => sign({ iat: seconds() - 3_600, exp: seconds() + 3_600 })],
    ['that says nothing of when it was made', () => sign({ iat: undefined })],
    ['of tomorrow', () => sign({ iat: seconds() + 86_400, exp: seconds() + 90_000 })],
    ['without an event', () => sign({ events: undefined })],
    ['of another event', () => sign({ events: { 'http://schemas.openid.net/event/other': {} } })],
    ['whose event is a list', () => sign({ events: [event] })],
    ['whose event is null', () => sign({ events: { [event]: null } })],
    ['with a nonce', () => sign({ nonce: randomUUID() })],
    ['with a nonce of null', () => sign({ nonce: null })],
    ['with a nonce of nothing', () => sign({ nonce: '' })],
    ['that names nobody', () => sign({ sub: '' })],
    ['that names a list of people', () => sign({ sub: ['cb.an', 'cb.binh'] })],
    ['whose session is a pattern', () => sign({ sid: { like: '%' } })],
    ['without a number', () => sign({ jti: '' })],
    ['of the type of an access token', () => sign({}, { typ: 'at+jwt' })],
    ['that demands what we do not know', () => sign({}, { crit: ['exp'], exp: 1 }).catch(() => signByAnother())],
    ['that nobody signed', () => new UnsecuredJWT({ ...claims() }).encode()],
    ['that anybody could sign', signWithPublicKey],
    ['of another key under its name', () => signByAnother({ kid: 'provider' })],
    ['that brings its own key', async () => signByAnother({ jwk: { kty: 'EC' }, jku: 'https://attacker.example/jwks' })],
    ['with what another one said', forge],
  ])('%s is refused, and nobody is signed out', async (_what, create) => {
    const [an, binh] = [await fixture.signIn('cb.an'), await fixture.signIn('cb.binh')];
    expect(await codeOf(await show(await create()))).toEqual([400, 'auth.logout-token-invalid']);
    expect([await isSignedIn(an), await isSignedIn(binh)]).toEqual([true, true]);
  });

  it('works once, of ten that come at the same moment', async () => {
    const [an, binh] = [await fixture.signIn('cb.an'), await fixture.signIn('cb.binh')];
    const token = await sign();
    const answers = await Promise.all(Array.from({ length: 10 }, () => show(token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 400)]);
    expect([await isSignedIn(an), await isSignedIn(binh)]).toEqual([false, true]);
    const again = await fixture.signIn('cb.an');
    expect((await show(token)).status).toBe(400);
    expect(await isSignedIn(again)).toBe(true);
  });

  it('of a session that is none, or of a stranger, ends nobody else’s', async () => {
    const an = await fixture.signIn('cb.an');
    for (const names of [{ sub: undefined, sid: randomUUID() }, { sub: '%' }, { sub: 'cb.an ' }, { sub: "' OR true --" }])
      expect((await show(await sign(names))).status).toBe(200);
    expect(await isSignedIn(an)).toBe(true);
  });

  it('is taken in the body alone', async () => {
    const an = await fixture.signIn('cb.an');
    const url = `${fixture.gateway.url}/auth/back-channel-logout`;
    const inAddress = await fetch(`${url}?logout_token=${await sign()}`, { method: 'POST' });
    const asked = await fetch(`${url}?logout_token=${await sign()}`);
    const inHeader = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${await sign()}` } });
    expect([inAddress.status, asked.status, inHeader.status].every((status) => status >= 400)).toBe(true);
    expect(await isSignedIn(an)).toBe(true);
  });
});
