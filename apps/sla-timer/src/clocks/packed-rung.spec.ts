import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_PLACES, packRung, unpackRung } from './packed-rung.ts';

const rung = fc.record({
  at: fc.integer({ min: -2_000_000_000, max: 16_000_000_000 }).map((seconds) => seconds * 1000),
  place: fc.integer({ min: 0, max: MAX_PLACES - 1 }),
  remainingMinutes: fc.integer({ min: -8_388_607, max: 8_388_607 }),
});

describe('a packed rung', () => {
  it('gives back what was packed, and keeps the order of moments', () => {
    fc.assert(
      fc.property(rung, rung, (one, other) => {
        expect(unpackRung(packRung(one))).toEqual(one);
        if (one.at < other.at) expect(packRung(one) < packRung(other)).toBe(true);
        expect(BigInt.asIntN(64, packRung(one))).toBe(packRung(one));
      }),
    );
  });

  it('never comes before its moment, and bounds what is too much to count', () => {
    expect(unpackRung(packRung({ at: 1_500, place: 3, remainingMinutes: 1e9 }))).toEqual({
      at: 2_000,
      place: 3,
      remainingMinutes: 8_388_607,
    });
  });
});
