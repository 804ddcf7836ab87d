import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, isSignedIn } from '../testing/answers.ts';
import type { Browser } from '../testing/browser.ts';
import { openStream } from '../testing/open-stream.ts';
import { startSignIn, type SignInFixture } from '../testing/sign-in-fixture.ts';

const hours = (count: number): number => count * 3_600_000;

let fixture: SignInFixture;
beforeAll(async () => {
  fixture = await startSignIn();
});
afterAll(() => fixture.close());

describe('a screen on a wall', () => {
  async function hang(account: string): Promise<Browser> {
    const browser = await fixture.signIn(account);
    await browser.change('/auth/post', { body: { role: 'head', unit: 'xa-thanh-ba' } });
    await browser.readSession();
    const former = (await browser.sessionCookie())?.value;
    expect((await browser.change('/auth/wall')).status).toBe(200);
    expect((await browser.sessionCookie())?.value).not.toBe(former);
    expect(await browser.readSession()).toMatchObject({ isWall: true, idleSeconds: null, post: { role: 'head' } });
    return browser;
  }

  it('goes on though nobody touches it, until twelve hours after the sign-in', async () => {
    const wall = await hang('cb.binh');
    const ofWall = await openStream(wall);
    fixture.pass(hours(11));
    expect((await wall.ask('/v1/board', { headers: { 'motcua-unattended': '1' } })).status).toBe(200);
    fixture.pass(hours(1));
    expect(await codeOf(await wall.ask('/v1/board'))).toEqual([401, 'auth.session-ended']);
    await ofWall();
  });

  it('reads the board and nothing else, changes nothing, and takes no other post', async () => {
    const wall = await hang('cb.binh');
    for (const path of ['/v1/board?unit=xa-thanh-ba', '/v1/indicators', '/v1/units', '/v1/targets'])
      expect([path, (await wall.ask(path)).status]).toEqual([path, 200]);
    const others = [
      '/v1/dossiers',
      '/v1/indicators/received/dossiers',
      '/v1/board/export',
      '/v1/board/%2e%2e/dossiers',
      '/v1/inbox',
    ];
    for (const path of others) expect([path, ...(await codeOf(await wall.ask(path)))]).toEqual([path, 403, 'auth.wall-session']);
    const posted = [
      await wall.change('/v1/board'),
      await wall.change('/auth/post', { body: { role: 'head', unit: 'xa-thanh-ba' } }),
    ];
    for (const answer of posted) expect(await codeOf(answer)).toEqual([403, 'auth.wall-session']);
  });

  it('ends like every other session: signed out at it, or everywhere', async () => {
    const [wall, desk] = [await hang('cb.binh'), await fixture.signIn('cb.binh')];
    const ofWall = await openStream(wall);
    expect((await desk.change('/auth/sign-out-everywhere')).status).toBe(200);
    await ofWall();
    const another = await hang('cb.binh');
    await another.change('/auth/sign-out');
    expect(await isSignedIn(another)).toBe(false);
  });
});
