import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getTestRedisUrl, waitFor } from '@motcua/testing';
import { randomUUID } from 'node:crypto';
import { codeOf } from '../testing/answers.ts';
import { BearerClient } from '../testing/bearer-client.ts';
import { startSignIn, type SignInFixture } from '../testing/sign-in-fixture.ts';

let fixture: SignInFixture;
beforeAll(async () => {
  fixture = await startSignIn({ REDIS_URL: getTestRedisUrl(12), REDIS_KEY_PREFIX: `motcua-spec:${randomUUID()}:` });
});
afterAll(() => fixture.close());

const seconds = (): number => Math.floor(Date.now() / 1_000);
const showing = async (claims: Parameters<SignInFixture['provider']['signAccessToken']>[0], at = fixture.gateway) =>
  new BearerClient(at.url, await fixture.provider.signAccessToken(claims));

async function logOut(claims: Parameters<SignInFixture['provider']['signLogoutToken']>[0]): Promise<void> {
  const token = await fixture.provider.signLogoutToken({ jti: randomUUID(), ...claims });
  const body = new URLSearchParams({ logout_token: token });
  const answer = await fetch(`${fixture.gateway.url}/auth/back-channel-logout`, { method: 'POST', body });
  expect(answer.status).toBe(200);
}

const refused = [401, 'auth.invalid'];
const answerOf = async (client: BearerClient) => {
  const answer = await client.ask('/v1/board');
  return answer.ok ? answer.status : codeOf(answer);
};

describe('an access token', () => {
  it('is refused once its provider says that the sign-in has ended, and no other one is', async () => {
    const [terminal, another] = [
      await showing({ sub: 'cb.an', sid: 'terminal' }),
      await showing({ sub: 'cb.an', sid: 'another' }),
    ];
    expect([await answerOf(terminal), await answerOf(another)]).toEqual([200, 200]);
    await logOut({ sub: 'cb.an', sid: 'terminal' });
    expect([await answerOf(terminal), await answerOf(another)]).toEqual([refused, 200]);
    expect(await codeOf(await terminal.ask('/auth/caller'))).toEqual(refused);
    expect(await answerOf(await showing({ sub: 'cb.an', sid: 'later' }))).toBe(200);
  });

  it('is refused with all of a person’s that were issued until then, and who signs in again is let in', async () => {
    const before = await showing({ sub: 'cb.chi', iat: seconds() - 60, exp: seconds() + 600 });
    const [other, after] = [await showing({ sub: 'cb.dung', iat: seconds() - 60 }), await showing({ sub: 'cb.chi' })];
    expect(await answerOf(before)).toBe(200);
    await logOut({ sub: 'cb.chi', iat: seconds() - 30 });
    expect([await answerOf(before), await answerOf(other), await answerOf(after)]).toEqual([refused, 200, 200]);
  });

  it('stays refused at a gateway that begins later, and by none is remembered for longer than it could be good', async () => {
    await logOut({ sub: 'cb.an', sid: 'gone' });
    const replica = await fixture.startReplica();
    expect(await answerOf(await showing({ sub: 'cb.an', sid: 'gone' }, replica))).toEqual(refused);
    const { EndedAccessStore } = await import('./ended-access.store.ts');
    const kept = async () =>
      (await fixture.database.pool.query(`SELECT expires_at FROM ended_access WHERE id = 'gone'`)).rows as { expires_at: Date }[];
    const [{ expires_at: until } = { expires_at: new Date(0) }] = await kept();
    // `maxLifetimeSeconds`, as no file says otherwise.
    expect(until.getTime()).toBeGreaterThan(Date.now() + 43_200_000);
    await new EndedAccessStore(fixture.database.pool).sweep(new Date(until.getTime() + 1));
    expect(await kept()).toEqual([]);
  });
});

describe('a live stream of an access token', () => {
  it('ends with its sign-in, while another one goes on', async () => {
    const ended = await (await showing({ sub: 'cb.an', sid: 'stream' })).openStream();
    const goesOn = await (await showing({ sub: 'cb.an', sid: 'other-stream' })).openStream();
    await logOut({ sub: 'cb.an', sid: 'stream' });
    await ended.ended;
    fixture.gateway.upstreams.kpi.emit?.('still here');
    await waitFor(() => goesOn.text().includes('still here'), { describe: 'an event in the other stream' });
  });

  it.each([
    ['told by Redis', {}],
    ['without Redis', { REDIS_URL: '' }],
  ])('ends at another replica too, %s, and requests are refused there', async (_how, environment) => {
    const replica = await fixture.startReplica(environment);
    const sid = randomUUID();
    const there = await showing({ sub: 'cb.an', sid }, replica);
    const stream = await there.openStream();
    await logOut({ sub: 'cb.an', sid });
    await stream.ended;
    expect(await answerOf(there)).toEqual(refused);
  });

  it('ends with the token itself, and not before', async () => {
    const exp = seconds() + 3;
    const stream = await (await showing({ sub: 'cb.an', exp })).openStream();
    await stream.ended;
    expect(Date.now()).toBeGreaterThanOrEqual(exp * 1_000);
  });
});
