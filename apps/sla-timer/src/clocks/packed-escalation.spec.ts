import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_PLACES, packEscalation, unpackEscalation } from './packed-escalation.ts';

const escalation = fc.record({
  at: fc.integer({ min: -2_000_000_000, max: 16_000_000_000 }).map((seconds) => seconds * 1000),
  place: fc.integer({ min: 0, max: MAX_PLACES - 1 }),
  remainingMinutes: fc.integer({ min: -8_388_607, max: 8_388_607 }),
});

describe('a packed escalation step', () => {
  it('gives back what was packed, and keeps the order of moments', () => {
    fc.assert(
      fc.property(escalation, escalation, (one, other) => {
        expect(unpackEscalation(packEscalation(one))).toEqual(one);
        if (one.at < other.at) expect(packEscalation(one) < packEscalation(other)).toBe(true);
        expect(BigInt.asIntN(64, packEscalation(one))).toBe(packEscalation(one));
      }),
    );
  });

  it('never comes before its moment, and bounds what is too much to count', () => {
    expect(unpackEscalation(packEscalation({ at: 1_500, place: 3, remainingMinutes: 1e9 }))).toEqual({
      at: 2_000,
      place: 3,
      remainingMinutes: 8_388_607,
    });
  });
});
