import { describe, expect, it } from '@jest/globals';
import { DossierView } from '@motcua/contracts';
import { randomBytes } from 'node:crypto';
import { ApplicantCipher } from './applicant-cipher.ts';
import { KeyRing } from '@motcua/config';
import { maskApplicant } from './mask-applicant.ts';
import { normaliseIdNumber, normalisePhone } from './normalise.ts';

const [one, two, hashKey] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const first = new ApplicantCipher({ active: 'k1', keys: { k1: one } }, { active: 'h1', keys: { h1: hashKey } });
const rotated = new ApplicantCipher({ active: 'k2', keys: { k1: one, k2: two } }, { active: 'h1', keys: { h1: hashKey } });

describe('the applicant cipher', () => {
  it('writes with the active key and reads with every key', () => {
    const before = first.encrypt('Nguyễn Thị Ánh', 'd/name');
    const after = rotated.encrypt('Nguyễn Thị Ánh', 'd/name');
    expect(rotated.decrypt(before, 'd/name', 'k1')).toBe('Nguyễn Thị Ánh');
    expect(rotated.decrypt(after, 'd/name', rotated.activeKeyId)).toBe('Nguyễn Thị Ánh');
    expect(() => first.decrypt(after, 'd/name', 'k2')).toThrow('APPLICANT_KEYS');
  });

  it('gives the same text another cipher text each time, and the same hash', () => {
    expect(first.encrypt('a', 'd/name').equals(first.encrypt('a', 'd/name'))).toBe(false);
    expect(first.hash('phone', '0912345678')).toEqual(rotated.hash('phone', '0912345678'));
    expect(first.hash('phone', '0912345678')).not.toEqual(first.hash('id-number', '0912345678'));
  });

  it('refuses what was changed or moved to another row or column', () => {
    const stored = first.encrypt('secret', 'd/name');
    expect(() => first.decrypt(stored, 'e/name', 'k1')).toThrow();
    expect(() => first.decrypt(stored, 'd/phone', 'k1')).toThrow();
    stored[stored.length - 1] = (stored.at(-1) ?? 0) ^ 1;
    expect(() => first.decrypt(stored, 'd/name', 'k1')).toThrow();
  });
});

describe('APPLICANT_KEYS', () => {
  const key = one.toString('base64');
  it('are an active key among keys of 32 bytes', () => {
    expect(KeyRing.parse(JSON.stringify({ active: 'k1', keys: { k1: key } }))).toEqual({ active: 'k1', keys: { k1: one } });
    for (const wrong of [
      'k1',
      JSON.stringify({ active: 'k2', keys: { k1: key } }),
      JSON.stringify({ active: 'k1', keys: { k1: 'AAAA' } }),
    ]) {
      expect(KeyRing.safeParse(wrong).success).toBe(false);
    }
  });
});

describe('numbers', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['+84 912-345-678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['0210.3885.123', '02103885123'],
  ])('are found however they are written: phone %s', (written, normalised) => {
    expect(normalisePhone(written)).toBe(normalised);
  });

  it('are found however they are written: ID numbers and passports', () => {
    expect(normaliseIdNumber('025 185-001.234')).toBe('025185001234');
    expect(normaliseIdNumber('b 1234567')).toBe('B1234567');
  });
});

describe('masking', () => {
  it('leaves enough to recognise and too little to learn', () => {
    expect(maskApplicant({ name: 'Lê An', phone: '0912345678', idNumber: '1234' })).toEqual({
      name: 'L*** A***',
      phone: '***678',
      idNumber: '***',
    });
  });

  it('keeps the contract, of which clients make sure', () => {
    const applicant = { name: 'Lê An', phone: '0912345678', idNumber: '025185001234', email: 'an@thu.vn', address: 'Khu 3' };
    const masked = maskApplicant({ ...applicant, name: 'L A '.repeat(50) });
    const shown = DossierView.shape.applicant.parse(masked);
    expect(shown).toEqual(masked);
  });
});
