import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findInDatabase } from '@motcua/testing';
import { Secret, TOTP } from 'otpauth';
import { createIdentityFixture, type IdentityFixture } from '../testing/identity-fixture.ts';
import { TestBrowser, type ShownPage } from '../testing/test-browser.ts';
import { TestGateway, typePassword } from '../testing/test-gateway.ts';

const head = { role: 'head', unit: 'xa-thanh-ba' } as const;
const STEP_MS = 30_000;
let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

const begin = async (name: string) => {
  const browser = new TestBrowser(fixture.url);
  const gateway = await TestGateway.create(fixture.url);
  return { browser, gateway, page: await typePassword(browser, gateway, name) };
};
const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: fixture.now() });
const secretOn = ({ html }: ShownPage): string => (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');

/** Somebody who has an app already. */
async function enrol(): Promise<{ name: string; secret: string; codes: string[] }> {
  const name = await fixture.addAccount([head], { secondFactor: true });
  const { browser, page, gateway } = await begin(name);
  const secret = secretOn(page);
  const shown = await browser.submit(page, { code: codeOf(secret) });
  const codes = [...shown.html.matchAll(/<li><code>([A-Z0-9-]+)<\/code>/g)].map(([, code = '']) => code);
  const done = await browser.open(/class="button" href="([^"]+)"/.exec(shown.html)?.[1] ?? '');
  expect((await gateway.take(done)).claims()).toMatchObject({ amr: ['pwd', 'otp'] });
  fixture.passTime(STEP_MS);
  return { name, secret, codes };
}

describe('the second step', () => {
  it('is set up by whoever has none, with a code of the app, and gives ten codes for paper', async () => {
    const { codes, secret, name } = await enrol();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const { page } = await begin(name);
    expect(page.html).toContain('Xác thực bước hai');
    expect(page.html).not.toContain('class="qr"');
    expect(await findInDatabase(fixture.own.database.url, [secret, ...codes])).toEqual([]);
  }, 60_000);

  it('shows the same secret until it is confirmed, and takes no wrong code for it', async () => {
    const name = await fixture.addAccount([head], { secondFactor: true });
    const { browser, page } = await begin(name);
    const wrong = await browser.submit(page, { code: '000000' });
    expect([wrong.status, secretOn(wrong)]).toEqual([401, secretOn(page)]);
  }, 60_000);

  it('takes the code of the moment, and the same code no second time', async () => {
    const { name, secret } = await enrol();
    const first = await begin(name);
    const code = codeOf(secret);
    const tokens = await first.gateway.take(
      await first.browser.submit(first.page, { code: `${code.slice(0, 3)} ${code.slice(3)}` }),
    );
    expect(tokens.claims()).toMatchObject({ amr: ['pwd', 'otp'] });
    const second = await begin(name);
    const replayed = await second.browser.submit(second.page, { code });
    expect([replayed.status, replayed.html.includes('đã dùng')]).toEqual([401, true]);
    fixture.passTime(STEP_MS);
    await second.gateway.take(await second.browser.submit(second.page, { code: codeOf(secret) }));
  }, 60_000);

  it('takes each code on paper once, however it is written', async () => {
    const { name, codes } = await enrol();
    const written = (codes[0] ?? '').toLowerCase().replace('-', ' ');
    const first = await begin(name);
    await first.gateway.take(await first.browser.submit(first.page, { code: written }));
    const second = await begin(name);
    expect((await second.browser.submit(second.page, { code: written })).status).toBe(401);
    const other = await enrol();
    expect((await second.browser.submit(second.page, { code: other.codes[0] ?? '' })).status).toBe(401);
  }, 60_000);

  it('is guessed no faster by entering the password again in between', async () => {
    const { name } = await enrol();
    const statuses = [];
    for (let count = 0; count < 11; count += 1) {
      const { browser, page } = await begin(name);
      statuses.push((await browser.submit(page, { code: '000000' })).status);
    }
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    // Which of the others has to wait hangs on how long they take; were the count begun anew, none would.
    expect(statuses.slice(5)).toContain(429);
  }, 120_000);
});
