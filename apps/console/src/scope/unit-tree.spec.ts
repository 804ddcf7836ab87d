import { describe, expect, it } from '@jest/globals';
import { findPath, listSubtree } from './unit-tree.ts';

const units = [
  { code: 'dong-thanh', parent: 'thanh-ba' },
  { code: 'thanh-ba', parent: 'phu-tho' },
  { code: 'phu-tho', parent: null },
  { code: 'xa-dong-thanh', parent: 'phu-tho' },
];
const codes = (list: readonly { code: string }[]): string[] => list.map(({ code }) => code);

describe('a tree of units', () => {
  it('tells the way down to a unit, no higher than one may look', () => {
    expect(codes(findPath(units, 'dong-thanh'))).toEqual(['phu-tho', 'thanh-ba', 'dong-thanh']);
    expect(codes(findPath(units, 'dong-thanh', 'thanh-ba'))).toEqual(['thanh-ba', 'dong-thanh']);
    expect(findPath(units, 'nowhere')).toEqual([]);
  });

  it('lists parents before children with their depth', () => {
    expect(listSubtree(units).map(({ unit, depth }) => `${depth} ${unit.code}`)).toEqual([
      '0 phu-tho',
      '1 thanh-ba',
      '2 dong-thanh',
      '1 xa-dong-thanh',
    ]);
    expect(listSubtree(units, 'thanh-ba').map(({ unit }) => unit.code)).toEqual(['thanh-ba', 'dong-thanh']);
  });
});
