import { describe, expect, it } from '@jest/globals';
import { findLag } from './health.ts';

describe('findLag', () => {
  it('takes the largest of several', () => {
    expect(findLag({ dossiers: { ready: true, lag: 3 }, units: { ready: true, lag: '12' }, database: { ready: true } })).toBe(12);
  });

  it('is unknown where no check has one', () => {
    expect(findLag({ database: { ready: true }, odd: { lag: null } })).toBeUndefined();
  });
});
