import { describe, expect, it } from '@jest/globals';
import type { StoredAccount } from '../accounts/account.ts';
import { findStep } from './progress.ts';

const account = (overrides: Partial<StoredAccount> = {}): StoredAccount => ({
  id: 'an',
  displayName: 'An',
  state: 'active',
  posts: [{ role: 'head', unit: 'xa-thanh-ba' }],
  passwordHash: '',
  passwordMustChange: false,
  secondFactorRequired: true,
  totp: undefined,
  isEnrolled: false,
  version: 1,
  lastSignInAt: null,
  ...overrides,
});
const shown = (...amr: ('pwd' | 'otp')[]) => ({ accountId: 'an', amr });

describe('the next step of a sign-in', () => {
  it('is the password before anything else, and again when the account was disabled meanwhile', () => {
    expect(findStep(undefined, undefined)).toBe('password');
    expect(findStep(shown('pwd', 'otp'), account({ state: 'disabled' }))).toBe('password');
    expect(findStep(shown('pwd', 'otp'), undefined)).toBe('password');
  });

  it('is the code of whoever has an app, before they may choose another password', () => {
    const enrolled = account({ isEnrolled: true, passwordMustChange: true });
    expect(findStep(shown('pwd'), enrolled)).toBe('code');
    expect(findStep(shown('pwd', 'otp'), enrolled)).toBe('new-password');
  });

  it('is a password of their own, then an app, of whoever is new', () => {
    expect(findStep(shown('pwd'), account({ passwordMustChange: true }))).toBe('new-password');
    expect(findStep(shown('pwd'), account())).toBe('enrolment');
    expect(findStep(shown('pwd', 'otp'), account({ isEnrolled: true }))).toBe('done');
  });

  it('is none for whom nothing more is asked of', () => {
    expect(findStep(shown('pwd'), account({ secondFactorRequired: false }))).toBe('done');
    expect(findStep(shown('pwd'), account({ secondFactorRequired: false, posts: [] }))).toBe('no-post');
  });
});
