import { describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { hkdfSync } from 'node:crypto';
import { RatingTokens } from './rating-tokens.ts';

const hashKey = Buffer.alloc(32, 7);
const tokens = new RatingTokens([hashKey]);
const dossierId = '0199f0a0-0000-7000-8000-000000000001';
const now = Date.UTC(2026, 10, 16);
const HOUR = 3_600_000;
const counter = { officer: 'dong-xuan.counter', unit: 'dong-xuan' };
const notice = { via: 'notice' } as const;
const term = { now, until: now + 2 * HOUR };
const derived = new Uint8Array(hkdfSync('sha256', hashKey, '', 'motcua rating token v1', 32));

const sign = (claims: Record<string, unknown>, { key = derived, typ = 'rating+jwt' } = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ })
    .setIssuer('motcua/dossier-intake')
    .setSubject(dossierId)
    .setExpirationTime(now / 1_000 + 60)
    .sign(key);

describe('a rating token', () => {
  it('names its dossier and the way it came until it expires', async () => {
    for (const way of [notice, { via: 'counter', counter } as const]) {
      const { token, expiresAt } = await tokens.issue(dossierId, way, term);
      expect(expiresAt).toBe(new Date(term.until).toISOString());
      expect(await tokens.verify(token, term.until - 1_000)).toEqual({ kind: 'valid', dossierId, way });
      expect(await tokens.verify(token, term.until)).toEqual({ kind: 'expired' });
    }
  });

  it('of an earlier version, or of a counter that it does not name, came a way that is unknown', async () => {
    for (const claims of [{}, { via: 'counter' }])
      expect(await tokens.verify(await sign({ purpose: 'rating', ...claims }), now)).toMatchObject({ way: { via: 'unknown' } });
    expect(await tokens.verify(await sign({ purpose: 'rating', via: 'import' }), now)).toEqual({ kind: 'invalid' });
  });

  it('is taken as it would be issued, and in no other form', async () => {
    expect(await tokens.verify(await sign({ purpose: 'rating' }), now)).toMatchObject({ kind: 'valid', dossierId });
    const forged = [
      await sign({ purpose: 'sign-in' }),
      await sign({}),
      await sign({ purpose: 'rating' }, { typ: 'JWT' }),
      await sign({ purpose: 'rating' }, { key: new Uint8Array(hashKey) }),
      new UnsecuredJWT({ purpose: 'rating' })
        .setIssuer('motcua/dossier-intake')
        .setSubject(dossierId)
        .setExpirationTime('1h')
        .encode(),
      'not a token',
    ];
    for (const token of forged) expect(await tokens.verify(token, now)).toEqual({ kind: 'invalid' });
  });

  it('is refused once a letter of it is changed', async () => {
    const { token } = await tokens.issue(dossierId, { via: 'counter', counter }, term);
    const [header = '', payload = '', signature = ''] = token.split('.');
    for (const [letter, other] of [
      [dossierId, dossierId.replace(/1$/, '2')],
      ['"via":"counter"', '"via":"notice"'],
    ] as const) {
      const claims = Buffer.from(payload, 'base64url').toString().replace(letter, other);
      const changed = [header, Buffer.from(claims).toString('base64url'), signature].join('.');
      expect(await tokens.verify(changed, now)).toEqual({ kind: 'invalid' });
    }
  });
});
