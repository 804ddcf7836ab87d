import { describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { hkdfSync } from 'node:crypto';
import { RatingTokens } from './rating-tokens.ts';

const hashKey = Buffer.alloc(32, 7);
const tokens = new RatingTokens(hashKey, 30);
const dossierId = '0199f0a0-0000-7000-8000-000000000001';
const now = Date.UTC(2026, 10, 16);
const DAY = 86_400_000;
const derived = new Uint8Array(hkdfSync('sha256', hashKey, '', 'motcua rating token v1', 32));

const sign = (claims: Record<string, unknown>, { key = derived, typ = 'rating+jwt' } = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ })
    .setIssuer('motcua/dossier-intake')
    .setSubject(dossierId)
    .setExpirationTime(now / 1_000 + 60)
    .sign(key);

describe('a rating token', () => {
  it('names its dossier until it expires', async () => {
    const { token, expiresAt } = await tokens.issue(dossierId, now);
    expect(expiresAt).toBe(new Date(now + 30 * DAY).toISOString());
    expect(await tokens.verify(token, now + 30 * DAY - 1_000)).toEqual({ kind: 'valid', dossierId });
    expect(await tokens.verify(token, now + 30 * DAY + 1_000)).toEqual({ kind: 'expired' });
  });

  it('is taken as it would be issued, and in no other form', async () => {
    expect(await tokens.verify(await sign({ purpose: 'rating' }), now)).toEqual({ kind: 'valid', dossierId });
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
    const { token } = await tokens.issue(dossierId, now);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const other = Buffer.from(payload, 'base64url').toString().replace(dossierId, dossierId.replace(/1$/, '2'));
    const changed = [header, Buffer.from(other).toString('base64url'), signature].join('.');
    expect(await tokens.verify(changed, now)).toEqual({ kind: 'invalid' });
  });
});
