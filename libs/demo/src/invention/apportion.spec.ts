import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion } from './apportion.ts';

describe('apportion', () => {
  it('gives the remainder to the largest fractions', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(100, [60, 40])).toEqual([60, 40]);
    expect(apportion(7, [5, 3])).toEqual([4, 3]);
  });

  it('adds up, and no share is off by one or more', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 }),
        (total, weights) => {
          const shares = apportion(total, weights);
          const sum = weights.reduce((left, right) => left + right, 0);

          expect(shares.reduce((left, right) => left + right, 0)).toBe(total);
          expect(shares.every((share, index) => Math.abs(share - (total * (weights[index] ?? 0)) / sum) < 1)).toBe(true);
        },
      ),
    );
  });
});
