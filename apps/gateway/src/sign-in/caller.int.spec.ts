import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGateway, type GatewayFixture } from '../testing/gateway-fixture.ts';

let gateway: GatewayFixture;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const ask = async (token: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${gateway.url}/auth/caller`, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const body = (await answer.json()) as { code?: string };
  return answer.ok ? body : [answer.status, body.code];
};
const posts = [
  { role: 'head', unit: 'xa-thanh-ba' },
  { role: 'specialist', unit: 'xa-dong-xuan' },
];

describe('whom a client of the API is taken for', () => {
  it('is told it, with the post that it asks in', async () => {
    const token = await gateway.issuer.token({ role: 'counter', unit: 'xa-thanh-ba', sub: 'cb.an', name: 'Nguyễn Văn An' });
    expect(await ask(token)).toEqual({
      ...{ sub: 'cb.an', name: 'Nguyễn Văn An', amr: [] },
      ...{ posts: ['counter@xa-thanh-ba'], post: 'counter@xa-thanh-ba' },
    });
  });

  it('chooses one of several posts, and no other', async () => {
    const token = await gateway.issuer.sign({ sub: 'cb.binh', iss: 'motcua', aud: 'motcua', posts });
    const names = ['head@xa-thanh-ba', 'specialist@xa-dong-xuan'];
    expect(await ask(token)).toMatchObject({ posts: names, post: null });
    expect(await ask(token, { 'motcua-post': 'head@xa-thanh-ba' })).toMatchObject({ posts: names, post: 'head@xa-thanh-ba' });
    expect(await ask(token, { 'motcua-post': 'admin' })).toEqual([403, 'auth.not-your-post']);
  });

  it('is nobody without a token of a provider', async () => {
    expect(await ask('not.a.token')).toEqual([401, 'auth.invalid']);
    const answer = await fetch(`${gateway.url}/auth/caller`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store']);
  });
});
