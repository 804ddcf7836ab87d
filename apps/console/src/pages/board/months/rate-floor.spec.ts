import { expect, it } from '@jest/globals';
import { toRateFloor } from './rate-floor.ts';

it('an axis of rates begins at the ten per cent below the lowest', () => {
  expect(toRateFloor([0.97, null, 0.93])).toBe(0.9);
  expect(toRateFloor([1])).toBe(0.9);
  expect(toRateFloor([0.9])).toBe(0.8);
  expect(toRateFloor([0, 1])).toBe(0);
  expect(toRateFloor([null])).toBe(0);
});
