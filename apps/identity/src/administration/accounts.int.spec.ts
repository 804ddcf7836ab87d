import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Account, AccountPage, AccountWithPassword } from '@motcua/contracts';
import { findInDatabase, uniqueName } from '@motcua/testing';
import { AttemptGate } from '../attempts/attempt-gate.ts';
import { createIdentityFixture, PASSWORD, type IdentityFixture } from '../testing/identity-fixture.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { TestGateway, typePassword } from '../testing/test-gateway.ts';

const counter = { role: 'counter', unit: 'xa-thanh-ba' } as const;
const head = { role: 'head', unit: 'xa-thanh-ba' } as const;
let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

interface Request {
  readonly body?: object;
  readonly headers?: Record<string, string>;
  readonly as?: Parameters<IdentityFixture['issuer']['bearer']>[0];
}
const ask = async (method: string, path: string, { body, headers, as = { role: 'admin', sub: 'quan-tri' } }: Request = {}) => {
  const answer = await fetch(`${fixture.url}/v1/accounts${path}`, {
    method,
    headers: { ...(await fixture.issuer.bearer(as)), 'content-type': 'application/json', ...headers },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
};
const create = (id = uniqueName('officer').toLowerCase(), posts: object[] = [counter], headers = {}) =>
  ask('POST', '', { body: { id, displayName: 'Trần Văn Nam', posts }, headers });

describe('an administrator', () => {
  it('makes an account whose password is shown once and stored nowhere', async () => {
    const key = { 'idempotency-key': 'make-1' };
    const id = uniqueName('officer').toLowerCase();
    const made = await create(id, [counter], key);
    const { account, oneTimePassword } = AccountWithPassword.parse(made.body);
    expect([made.status, made.headers.get('etag'), made.headers.get('location')]).toEqual([201, '"1"', `/v1/accounts/${id}`]);
    expect(account).toMatchObject({ id, state: 'active', posts: [counter], secondFactor: 'none', mustChangePassword: true });
    const repeated = await create(id, [counter], key);
    expect([repeated.status, repeated.body['oneTimePassword']]).toEqual([201, null]);
    expect(await findInDatabase(fixture.own.database.url, [oneTimePassword ?? ''])).toEqual([]);
    const page = await typePassword(
      new TestBrowser(fixture.url),
      await TestGateway.create(fixture.url),
      id,
      oneTimePassword ?? '',
    );
    expect(page.html).toContain('Đặt mật khẩu mới');
    expect(await create(id)).toMatchObject({ status: 409, body: { code: 'account.exists' } });
  }, 60_000);

  it('gives heads and above a second step', async () => {
    const { body } = await create(undefined, [head]);
    expect(AccountWithPassword.parse(body).account.secondFactor).toBe('asked');
    const { id } = AccountWithPassword.parse((await create()).body).account;
    const changed = await ask('PUT', `/${id}/posts`, { body: { posts: [head] }, headers: { 'if-match': '"1"' } });
    expect(Account.parse(changed.body)).toMatchObject({ posts: [head], secondFactor: 'asked', version: 2 });
    const late = await ask('PUT', `/${id}/posts`, { body: { posts: [] }, headers: { 'if-match': '"1"' } });
    expect(late).toMatchObject({ status: 412, body: { code: 'account.changed', current: { version: 2 } } });
  }, 30_000);

  it('finds accounts by name, unit and state, page by page', async () => {
    const ids = [];
    for (const suffix of ['a', 'b', 'c']) {
      const id = `tim-kiem.${suffix}`;
      ids.push(id);
      await create(id, [{ role: 'counter', unit: 'xa-tim-kiem' }]);
    }
    const first = AccountPage.parse((await ask('GET', '?search=xa-tim-kiem&limit=2')).body);
    const second = AccountPage.parse((await ask('GET', `?search=TIM-KIEM&limit=2&cursor=${first.next ?? ''}`)).body);
    expect([...first.accounts, ...second.accounts].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
    await ask('POST', '/tim-kiem.b/disable');
    const disabled = AccountPage.parse((await ask('GET', '?search=tim-kiem&state=disabled')).body);
    expect(disabled.accounts.map(({ id }) => id)).toEqual(['tim-kiem.b']);
    expect(Account.parse((await ask('POST', '/tim-kiem.b/enable')).body).state).toBe('active');
  }, 30_000);

  it('unlocks, and sees who is locked', async () => {
    const name = await fixture.addAccount([counter]);
    const gate = fixture.app.get(AttemptGate);
    const origin = { address: '198.51.100.9', browser: undefined };
    for (let count = 0; count < 12; count += 1) await gate.enter({ what: 'password', name }, origin);
    expect(Account.parse((await ask('GET', `/${name}`)).body).lockedPlaces).toBe(1);
    expect((await ask('POST', `/${name}/unlock`)).status).toBe(200);
    expect(Account.parse((await ask('GET', `/${name}`)).body).lockedPlaces).toBe(0);
  }, 30_000);

  it('gives a new password to who forgot theirs, which no longer counts', async () => {
    const name = await fixture.addAccount([counter]);
    const { oneTimePassword } = AccountWithPassword.parse((await ask('POST', `/${name}/password-reset`)).body);
    const status = async (password: string) =>
      (await typePassword(new TestBrowser(fixture.url), await TestGateway.create(fixture.url), name, password)).status;
    expect([await status(PASSWORD), await status(oneTimePassword ?? '')]).toEqual([401, 200]);
  }, 30_000);

  it('does not shut themselves out', async () => {
    expect(await ask('POST', '/quan-tri/disable')).toMatchObject({ status: 409, body: { code: 'account.own' } });
    const posts = { posts: [counter] };
    expect(await ask('PUT', '/quan-tri/posts', { body: posts })).toMatchObject({ status: 409, body: { code: 'account.own' } });
  });

  it('is the only one who may', async () => {
    for (const as of [
      { role: 'head', unit: 'xa-thanh-ba' },
      { role: 'admin', unit: 'xa-thanh-ba' },
      { role: 'auditor', unit: 'phu-tho' },
    ] as const) {
      const answers = [
        await ask('GET', '', { as }),
        await ask('GET', '/quan-tri', { as }),
        await ask('POST', '', { as, body: { id: 'x', displayName: 'x', posts: [counter] } }),
        await ask('PUT', '/quan-tri/posts', { as, body: { posts: [counter] } }),
        ...(await Promise.all(
          ['disable', 'enable', 'unlock', 'second-factor-reset', 'password-reset'].map((change) =>
            ask('POST', `/quan-tri/${change}`, { as }),
          ),
        )),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    }
    expect(await ask('GET', '/nobody')).toMatchObject({ status: 404, body: { code: 'account.unknown' } });
  });
});

describe('anybody', () => {
  it('changes their own password by giving the present one', async () => {
    const sub = await fixture.addAccount([counter]);
    const as = { ...counter, sub };
    const put = (current: string, next: string) => ask('PUT', '/me/password', { as, body: { current, next } });
    expect(await put('sai rồi', 'một mật khẩu khác')).toMatchObject({ status: 403, body: { code: 'password.wrong' } });
    expect(await put(PASSWORD, 'ngắn')).toMatchObject({ status: 422, body: { code: 'password.length' } });
    const changed = await put(PASSWORD, 'một mật khẩu khác');
    expect(changed).toMatchObject({
      status: 200,
      body: { endedElsewhere: 0, message: { vi: expect.stringContaining('Đã đổi') } },
    });
    const page = await typePassword(
      new TestBrowser(fixture.url),
      await TestGateway.create(fixture.url),
      sub,
      'một mật khẩu khác',
    );
    expect(page.status).toBe(0);
  }, 30_000);
});
