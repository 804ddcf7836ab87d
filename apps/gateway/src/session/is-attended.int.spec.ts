import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, isSignedIn } from '../testing/answers.ts';
import { startSignIn, type SignInFixture } from '../testing/sign-in-fixture.ts';

const minutes = (count: number): number => count * 60_000;

let fixture: SignInFixture;
beforeAll(async () => {
  fixture = await startSignIn();
});
afterAll(() => fixture.close());

describe('a page that nobody is at', () => {
  const unattended = { headers: { 'motcua-unattended': '1' } };

  it('keeps no session from becoming idle by what it asks by itself', async () => {
    const browser = await fixture.signIn('cb.an');
    for (let times = 0; times < 2; times += 1) {
      fixture.pass(minutes(14));
      expect((await browser.ask('/v1/board', unattended)).status).toBe(200);
    }
    fixture.pass(minutes(3));
    expect(await codeOf(await browser.ask('/v1/board', unattended))).toEqual([401, 'auth.session-ended']);
  });

  it('says that somebody is there after all, where it has nothing to ask', async () => {
    const browser = await fixture.signIn('cb.an');
    fixture.pass(minutes(28));
    expect((await browser.readSession())['idleSeconds']).toBeLessThanOrEqual(120);
    const stayed = await browser.change('/auth/stay');
    expect(await stayed.json()).toMatchObject({ signedIn: true, idleSeconds: 1_800 });
    fixture.pass(minutes(28));
    expect(await isSignedIn(browser)).toBe(true);
  });
});
