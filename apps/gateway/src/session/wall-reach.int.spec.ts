import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { codeOf, isSignedIn } from '../testing/answers.ts';
import { Browser } from '../testing/browser.ts';
import { openStream } from '../testing/open-stream.ts';
import { startSignIn, type SignInFixture } from '../testing/sign-in-fixture.ts';

let fixture: SignInFixture;
beforeAll(async () => {
  fixture = await startSignIn();
}, 60_000);
afterAll(() => fixture.close());

const head = { role: 'head', unit: 'xa-thanh-ba' } as const;
/** Somebody who leads and leaves a board at a screen; an account of each spec's own. */
async function hang(): Promise<{ account: string; wall: Browser; desk: string }> {
  const account = `cb.${randomUUID().slice(0, 8)}`;
  const posts = [head, { role: 'leader', unit: 'thanh-ba' }];
  fixture.provider.accounts.set(account, { name: 'Nguyễn Thị Lãnh Đạo', posts });
  const wall = await fixture.signIn(account);
  await wall.change('/auth/post', { body: head });
  await wall.readSession();
  const desk = (await wall.sessionCookie())?.value ?? '';
  expect((await wall.change('/auth/wall')).status).toBe(200);
  await wall.readSession();
  return { account, wall, desk };
}
const withCookie = async (value: string): Promise<Browser> => {
  const browser = new Browser(fixture.gateway.url);
  await browser.plant(`__Host-motcua-session=${value}; Path=/; Secure; HttpOnly`);
  return browser;
};

describe('whoever stands at a screen on a wall', () => {
  it.each([
    ...['/v1/dossiers', '/v1/dossiers/0198f0c0-0000-7000-8000-000000000001', '/v1/dossiers?q=0912345678', '/v1/proposals'],
    ...['/v1/indicators/received/dossiers', '/v1/indicators/received/dossiers/export', '/v1/board/export', '/v1/board/report'],
    ...['/v1/reports/ii06/ii06a', '/v1/reports/handed-over', '/v1/reports/scores/set-766', '/v1/reports/supervision/export'],
    ...['/v1/period-closes?unit=xa-thanh-ba', '/v1/fees', '/v1/inbox', '/v1/contacts', '/v1/absences'],
    ...['/v1/recommendations', '/v1/figure-reports/mine', '/v1/applicant-erasures', '/v1/staff', '/v1/audit/dossier-intake'],
    ...['/v1/board/', '/v1//board', '/v1/board%2f..%2fdossiers', '/v1/Board', '/v1/board;/../dossiers', '/v1/live/../dossiers'],
    ...['/v1/board/nearest/../../dossiers', '/v1/board%00', '/v1/%62oard/../dossiers'],
  ])('does not read %s', async (path) => {
    const { wall } = await hang();
    const { hostname, port } = new URL(fixture.gateway.url);
    // As it is written: a client that tidies the address up would ask for something else.
    const status = await askRaw(hostname, Number(port), path, (await wall.sessionCookie())?.value ?? '');
    expect([path, status === 200]).toEqual([path, false]);
    expect([400, 403, 404]).toContain(status);
  });

  it('is nobody to what is open to all', async () => {
    const { wall } = await hang();
    await wall.ask('/v1/ratings?unit=xa-thanh-ba');
    const { received } = fixture.gateway.upstreams.intake;
    const asked = received.filter(({ url }) => url.startsWith('/v1/ratings'));
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('changes nothing by any method at any address that the board reads', async () => {
    const { wall } = await hang();
    for (const path of ['/v1/board', '/v1/board/nearest', '/v1/live', '/v1/indicators', '/v1/targets', '/v1/units', '/v1/clocks'])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await wall.change(path, { method, body: {} });
        expect([method, path, [403, 404].includes(status)]).toEqual([method, path, true]);
      }
    const overridden = await wall.ask('/v1/units', { headers: { 'x-http-method-override': 'PUT' } });
    expect(overridden.status).toBe(200);
  });

  it('gets back nothing of what its owner may: no post, no session of before, no touch that keeps', async () => {
    const { wall, desk } = await hang();
    for (const body of [head, { role: 'leader', unit: 'thanh-ba' }, {}, { ...head, isWall: false }])
      expect([400, 403]).toContain((await wall.change('/auth/post', { body })).status);
    expect((await wall.change('/auth/wall', { body: { isWall: false } })).status).toBe(200);
    expect(await wall.readSession()).toMatchObject({ isWall: true });
    expect((await wall.change('/auth/stay')).status).toBe(200);
    expect(await wall.readSession()).toMatchObject({ isWall: true });
    expect(await isSignedIn(await withCookie(desk))).toBe(false);
    const named = await wall.ask('/v1/dossiers', { headers: { 'motcua-post': 'leader@thanh-ba' } });
    expect(await codeOf(named)).toEqual([403, 'auth.wall-session']);
  });

  it('is of the wall also where the secret was carried to another browser', async () => {
    const { wall } = await hang();
    const stolen = await withCookie((await wall.sessionCookie())?.value ?? '');
    await stolen.readSession();
    expect(await codeOf(await stolen.ask('/v1/dossiers'))).toEqual([403, 'auth.wall-session']);
    expect(await codeOf(await stolen.change('/auth/post', { body: head }))).toEqual([403, 'auth.wall-session']);
  });
});

describe('a screen on a wall goes dark', () => {
  const disabled = (account: string): void => void fixture.provider.accounts.delete(account);
  const demoted = (account: string): void =>
    void fixture.provider.accounts.set(account, { name: 'X', posts: [{ role: 'leader', unit: 'thanh-ba' }] });
  it.each([
    ['is disabled', disabled],
    ['loses the post that it was hung up in', demoted],
  ])('when who hung it up %s, within five minutes, its stream too', async (_what, change) => {
    const { account, wall } = await hang();
    const ended = await openStream(wall);
    change(account);
    fixture.pass(6 * 60_000);
    await ended();
    expect(await isSignedIn(wall)).toBe(false);
    expect(await codeOf(await wall.ask('/v1/board'))).toEqual([401, 'auth.missing']);
  });

  it('at once where the provider says so', async () => {
    const { account, wall } = await hang();
    const ended = await openStream(wall);
    const token = await fixture.provider.signLogoutToken({ sub: account, jti: randomUUID() });
    const body = new URLSearchParams({ logout_token: token });
    expect((await fetch(`${fixture.gateway.url}/auth/back-channel-logout`, { method: 'POST', body })).status).toBe(200);
    await ended();
    expect(await isSignedIn(wall)).toBe(false);
  });
});

/** @returns the status of a request whose address is sent as it is */
function askRaw(host: string, port: number, path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, path, headers: { cookie: `__Host-motcua-session=${cookie}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}
