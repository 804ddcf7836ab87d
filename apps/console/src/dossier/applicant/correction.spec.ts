import { describe, expect, it } from '@jest/globals';
import { toApplicant, toCorrection } from './correction.ts';

const known = {
  name: 'Trần Thị Bưởi',
  phone: '0912000111',
  email: 'buoi@example.vn',
  language: 'en',
  zaloConsent: false,
} as const;

describe('an applicant that is corrected', () => {
  it('goes out whole: with what the form does not show, and without what was emptied', () => {
    const typed = { ...toCorrection(known), name: '  Trần Thị Bưởi Đào ', email: '' };
    const { email: _email, ...rest } = known;
    expect(toApplicant(known, typed)).toEqual({ ...rest, name: 'Trần Thị Bưởi Đào' });
  });

  it('is as it was where nothing was typed', () => {
    expect(toApplicant(known, toCorrection(known))).toEqual(known);
  });

  it('has a name', () => {
    expect(toApplicant(known, { ...toCorrection(known), name: '  ' })).toBeUndefined();
  });
});
