import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createIdentityFixture, PASSWORD, type IdentityFixture } from '../testing/identity-fixture.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { TestGateway, typePassword } from '../testing/test-gateway.ts';
import { AttemptGate } from './attempt-gate.ts';
import { delayRules } from './delay-rules.ts';

const counter = { role: 'counter', unit: 'xa-thanh-ba' } as const;
let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

const tryFrom = async (browser: TestBrowser, name: string, password = PASSWORD): Promise<number> =>
  (await typePassword(browser, await TestGateway.create(fixture.url), name, password)).status;
/** What a browser that gets as far as the gateway is shown here. */
const SIGNED_IN = 0;
const HELD_SECONDS = 3_600;
/** The first wait is five seconds, which a busy machine takes to show a page: who has to wait has to an hour longer. */
const stopTime = (): Promise<unknown> =>
  fixture.own.pool.query('UPDATE attempt SET blocked_until = blocked_until + make_interval(secs => $1)', [HELD_SECONDS]);
const failFrom = async (address: string, name: string, times: number): Promise<void> => {
  const gate = fixture.app.get(AttemptGate);
  for (let count = 0; count < times; count += 1) await gate.enter({ what: 'password', name }, { address, browser: undefined });
  await stopTime();
};
const letTimePass = (): Promise<unknown> => fixture.own.pool.query(`UPDATE attempt SET blocked_until = '-infinity'`);

describe('somebody who guesses', () => {
  it('has to wait longer and longer, also with the right password', async () => {
    const name = await fixture.addAccount([counter]);
    const stranger = new TestBrowser(fixture.url, '198.51.100.1');
    const statuses = [];
    for (let count = 0; count < delayRules.place.free; count += 1) statuses.push(await tryFrom(stranger, name, 'đoán mò'));
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    await stopTime();
    const page = await typePassword(stranger, await TestGateway.create(fixture.url), name);
    expect(page.status).toBe(429);
    expect(page.html).toContain('Tạm khóa do nhập sai nhiều lần');
    expect(Number(page.headers.get('retry-after'))).toBeLessThanOrEqual(HELD_SECONDS + delayRules.place.firstSeconds);
    await letTimePass();
    expect(await tryFrom(stranger, name, 'đoán mò')).toBe(401);
    await stopTime();
    expect(await tryFrom(stranger, name)).toBe(429);
    await letTimePass();
    expect(await tryFrom(stranger, name)).toBe(SIGNED_IN);
  }, 90_000);

  it('does not make the owner of the name wait who is elsewhere', async () => {
    const name = await fixture.addAccount([counter]);
    await failFrom('198.51.100.2', name, 20);
    expect(await tryFrom(new TestBrowser(fixture.url, '198.51.100.77'), name)).toBe(429);
    expect(await tryFrom(new TestBrowser(fixture.url, '203.0.113.50'), name)).toBe(SIGNED_IN);
  }, 60_000);

  it('does not make the owner wait either who sits in the same office, with a browser that is known', async () => {
    const [name, another] = [await fixture.addAccount([counter]), await fixture.addAccount([counter])];
    const own = new TestBrowser(fixture.url, '192.0.2.10');
    expect(await tryFrom(own, name)).toBe(SIGNED_IN);
    await failFrom('192.0.2.66', name, 20);
    expect(await tryFrom(new TestBrowser(fixture.url, '192.0.2.10'), name)).toBe(429);
    expect(await tryFrom(own, name)).toBe(SIGNED_IN);
    // Known is a browser by the name that it signed in with, and by no other.
    await failFrom('192.0.2.66', another, 20);
    expect(await tryFrom(own, another)).toBe(429);
  }, 60_000);

  it('gets no more guesses by sending them at once', async () => {
    const gate = fixture.app.get(AttemptGate);
    const origin = { address: '198.51.101.1', browser: undefined };
    const waits = await Promise.all(Array.from({ length: 40 }, () => gate.enter({ what: 'password', name: 'an' }, origin)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(delayRules.place.free);
  }, 30_000);

  it('is slowed down who tries one password on many names, and nobody at another address', async () => {
    const gate = fixture.app.get(AttemptGate);
    const spray = (address: string, index: number) =>
      gate.enter({ what: 'password', name: `officer-${address}-${index}` }, { address, browser: undefined });
    let free = 0;
    while ((await spray('198.51.102.1', free)) === 0) free += 1;
    expect(free).toBe(delayRules.address.free);
    expect(await spray('203.0.114.1', 0)).toBe(0);
  }, 30_000);

  it('of one name is stopped wherever they come from, and its owner gets in with a browser that is known', async () => {
    const name = await fixture.addAccount([counter]);
    const own = new TestBrowser(fixture.url, '203.0.115.1');
    expect(await tryFrom(own, name)).toBe(SIGNED_IN);
    const gate = fixture.app.get(AttemptGate);
    const waits = [];
    for (let network = 0; network < 60; network += 1)
      waits.push(await gate.enter({ what: 'password', name }, { address: `100.64.${network}.1`, browser: undefined }));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(delayRules.name.free);
    const stranger = new TestBrowser(fixture.url, '203.0.116.1');
    const page = await typePassword(stranger, await TestGateway.create(fixture.url), name);
    expect(page.status).toBe(429);
    expect(page.html).toContain('Trình duyệt đã từng đăng nhập bằng tên này');
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await tryFrom(own, name)).toBe(SIGNED_IN);
    // Another name is none of their business, from the same places.
    expect(await tryFrom(new TestBrowser(fixture.url, '100.64.1.2'), await fixture.addAccount([counter]))).toBe(SIGNED_IN);
  }, 90_000);

  it('gets no more guesses of one name by sending them at once from many networks', async () => {
    const gate = fixture.app.get(AttemptGate);
    const from = (network: number) => ({ address: `100.65.${network}.1`, browser: undefined });
    const enter = (network: number) => gate.enter({ what: 'code', name: 'binh' }, from(network));
    const waits = await Promise.all(Array.from({ length: 50 }, (_, network) => enter(network)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(delayRules.name.free);
  }, 60_000);

  it('does not shut out who is asked for a second factor: a password that was guessed opens nothing there', async () => {
    const name = await fixture.addAccount([counter]);
    const gate = fixture.app.get(AttemptGate);
    await fixture.own.pool.query('UPDATE account SET second_factor_required = true, totp_confirmed_at = now() WHERE id = $1', [
      name,
    ]);
    for (let network = 0; network < 30; network += 1)
      await gate.enter({ what: 'password', name }, { address: `100.66.${network}.1`, browser: undefined });
    const page = await typePassword(new TestBrowser(fixture.url, '203.0.117.1'), await TestGateway.create(fixture.url), name);
    expect(page.html).toContain('Xác thực bước hai');
  }, 60_000);

  it('from one network thirty times shuts nobody out there who has a known browser', async () => {
    const [name, other] = [await fixture.addAccount([counter]), await fixture.addAccount([counter])];
    const own = new TestBrowser(fixture.url, '203.0.118.1');
    expect(await tryFrom(own, name)).toBe(SIGNED_IN);
    for (let count = 0; count < 31; count += 1) await failFrom('203.0.118.66', `nobody-${count}`, 1);
    expect(await tryFrom(new TestBrowser(fixture.url, '203.0.118.2'), other)).toBe(429);
    expect(await tryFrom(own, name)).toBe(SIGNED_IN);
  }, 60_000);

  it('waits as long for a name that nobody has', async () => {
    await failFrom('198.51.103.1', 'khong-co-ai', 20);
    expect(await tryFrom(new TestBrowser(fixture.url, '198.51.103.1'), 'khong-co-ai')).toBe(429);
  }, 30_000);

  it('leaves neither names nor addresses behind', async () => {
    await failFrom('198.51.104.9', 'mật khẩu gõ nhầm chỗ', 1);
    const { rows } = await fixture.own.pool.query<{ text: string }>('SELECT attempt::text AS text FROM attempt');
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const { text } of rows) {
      expect(text).not.toContain(hex('198.51.104'));
      expect(text).not.toContain(hex('gõ nhầm'));
    }
  }, 30_000);
});
