import { describe, expect, it } from '@jest/globals';
import { choosePost } from './choose-post.ts';
import { mapClaims } from './map-claims.ts';
import { Providers } from './provider-settings.ts';

const settingsOf = (more: object = {}) => {
  const [settings] = Providers.parse({ providers: [{ name: 'p', issuer: 'https://id', audience: 'motcua', ...more }] }).providers;
  if (settings === undefined) throw new Error('There is one.');
  return settings;
};
const map = (claims: object, more: object = {}) => mapClaims({ sub: 'cb.1', ...claims }, settingsOf(more));

describe('claims', () => {
  it('of our own tokens are one post', () => {
    expect(map({ role: 'counter', unit: 'xa-a' })).toEqual({ sub: 'cb.1', posts: [{ role: 'counter', unit: 'xa-a' }], amr: [] });
    expect(map({ role: 'admin' }).posts).toEqual([{ role: 'admin' }]);
    expect(map({ role: 'source', unit: 'xa-a', source: 'urn:x:1' }).posts).toEqual([
      { role: 'source', unit: 'xa-a', source: 'urn:x:1' },
    ]);
  });

  it('of identity are a list of posts, each once, and what is none of ours is left out', () => {
    const head = { role: 'head', unit: 'xa-a' };
    const posts = [
      head,
      { role: 'specialist', unit: 'xa-b' },
      head,
      { role: 'emperor', unit: 'xa-a' },
      { role: 'head' },
      null,
      'head',
    ];
    expect(map({ name: 'Trần Thị B', amr: ['pwd', 'otp'], posts })).toEqual({
      ...{ sub: 'cb.1', name: 'Trần Thị B', amr: ['pwd', 'otp'] },
      posts: [head, { role: 'specialist', unit: 'xa-b' }],
    });
  });

  it('of Keycloak stand deeper, with a prefix, and may carry their units', () => {
    const claims = { subject: 'preferred_username', roles: 'resource_access.motcua.roles', unit: 'unit', prefix: 'mc-' };
    const token = {
      preferred_username: 'cb.7',
      realm_access: { roles: ['offline_access', 'mc-admin'] },
      resource_access: { motcua: { roles: ['mc-counter', 'mc-head@xa-b', 'uma_protection', 'counter'] } },
      unit: ['xa-a', 'xa-c'],
    };
    expect(map(token, { claims })).toMatchObject({
      sub: 'cb.7',
      posts: [
        { role: 'counter', unit: 'xa-a' },
        { role: 'counter', unit: 'xa-c' },
        { role: 'head', unit: 'xa-b' },
      ],
    });
  });

  it('may use names of roles of their own, and names with dots in paths', () => {
    const claims = {
      roles: ['https://tinh.gov.vn/vai-tro'],
      unit: ['https://tinh.gov.vn/don-vi'],
      roleNames: { 'can-bo': 'counter' },
    };
    const token = { 'https://tinh.gov.vn/vai-tro': 'can-bo khach', 'https://tinh.gov.vn/don-vi': 'xa-a' };
    expect(map(token, { claims }).posts).toEqual([{ role: 'counter', unit: 'xa-a' }]);
  });

  it('give no more than their provider may, and never what every object has', () => {
    expect(map({ role: 'admin' }, { gives: ['counter'] }).posts).toEqual([]);
    expect(map({}, { claims: { roles: 'constructor.name' } }).posts).toEqual([]);
    expect(map({ role: 'toString', unit: 'x' }).posts).toEqual([]);
    expect(() => map({}, { claims: { subject: 'constructor.name' } })).toThrow('names nobody');
    expect(map({ role: 'admin' }, { subjectPrefix: 'vneid:' }).sub).toBe('vneid:cb.1');
  });
});

describe('a post', () => {
  const two = map({ posts: [{ role: 'head', unit: 'xa-a' }, { role: 'admin' }] });

  it('is the only one, or the one that is named', () => {
    expect(choosePost(map({ role: 'head', unit: 'xa-a' }), undefined)).toEqual({ role: 'head', unit: 'xa-a' });
    expect(choosePost(two, 'head@xa-a')).toEqual({ role: 'head', unit: 'xa-a' });
    expect(choosePost(two, 'admin')).toEqual({ role: 'admin' });
  });

  it('is asked for where there are several, and refused where it is not theirs', () => {
    const refusal = (named?: string, person = two): unknown => {
      try {
        return choosePost(person, named);
      } catch (error) {
        return error;
      }
    };
    const posts = ['head@xa-a', 'admin'];
    expect(refusal()).toMatchObject({ status: 400, code: 'auth.post-needed', extensions: { posts } });
    expect(refusal('head@xa-b')).toMatchObject({ status: 403, code: 'auth.not-your-post', extensions: { posts } });
    expect(refusal('head@xa-b', map({ role: 'head', unit: 'xa-a' }))).toMatchObject({ code: 'auth.not-your-post' });
    expect(refusal(undefined, map({}))).toMatchObject({ status: 403, code: 'auth.no-post' });
  });
});
