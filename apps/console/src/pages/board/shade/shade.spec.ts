import { expect, it } from '@jest/globals';
import { toShade } from './shade.ts';

it('a tile is shaded by thirds of the largest, and not at all where nothing is overdue', () => {
  expect([0, 1, 3, 4, 6, 7, 9].map((overdue) => toShade(overdue, 9))).toEqual([0, 1, 1, 2, 2, 3, 3]);
  expect(toShade(0, 0)).toBe(0);
});
