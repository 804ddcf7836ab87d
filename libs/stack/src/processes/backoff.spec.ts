import { describe, expect, it } from '@jest/globals';
import { createBackoff } from './backoff.ts';

describe('createBackoff', () => {
  it('doubles the wait with each death in a row, up to half a minute', () => {
    const backoff = createBackoff();
    expect(Array.from({ length: 8 }, () => backoff.next(10))).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('starts anew after a healthy minute', () => {
    const backoff = createBackoff();
    backoff.next(10);
    backoff.next(10);
    expect([backoff.next(60_000), backoff.next(10)]).toEqual([500, 1_000]);
  });
});
