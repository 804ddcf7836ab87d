import { describe, expect, it } from '@jest/globals';
import { createRandomPassword, hashPassword, isOutdatedHash, isPassword } from './index.ts';

/** RFC 7914, §12: scrypt("pleaseletmein", "SodiumChloride", N=16384, r=8, p=1), of which the first 32 bytes. */
const rfc7914 = `$scrypt$ln=14,r=8,p=1$${Buffer.from('SodiumChloride').toString('base64url')}$${Buffer.from(
  '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2',
  'hex',
).toString('base64url')}`;

describe('a password hash', () => {
  it('is scrypt, as its RFC computes it', async () => {
    expect(await isPassword('pleaseletmein', rfc7914)).toBe(true);
    expect(await isPassword('pleaseletmeinn', rfc7914)).toBe(false);
  });

  it('takes the password it was made of, and no other', async () => {
    const hash = await hashPassword('chín con trâu đen');
    expect(await isPassword('chín con trâu đen', hash)).toBe(true);
    expect(await isPassword('chín con trâu đen'.normalize('NFD'), hash)).toBe(true);
    expect(await isPassword('chin con trau den', hash)).toBe(false);
  });

  it('is another each time, and says when it was made with other costs', async () => {
    const hash = await hashPassword('a');
    expect(await hashPassword('a')).not.toBe(hash);
    expect([isOutdatedHash(hash), isOutdatedHash(rfc7914)]).toEqual([false, true]);
  });

  it('that is none of ours is a bug, not a wrong password', async () => {
    await expect(isPassword('a', 'a')).rejects.toThrow('not one of scrypt');
  });
});

describe('a random password', () => {
  it('is four groups of letters that paper does not confuse', () => {
    const made = new Set(Array.from({ length: 100 }, createRandomPassword));
    expect(made.size).toBe(100);
    for (const password of made) expect(password).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
  });
});
