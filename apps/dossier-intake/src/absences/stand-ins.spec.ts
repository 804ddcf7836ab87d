import { describe, expect, it } from '@jest/globals';
import { StandIns } from './stand-ins.ts';

const of = (...pairs: readonly (readonly [staff: string, substitute: string])[]): StandIns =>
  new StandIns(pairs.map(([staff, substitute]) => ({ staff, substitute })));

describe('who stands in', () => {
  it('is nobody for who is there', () => {
    expect(of(['an', 'binh']).find('binh')).toBeUndefined();
  });

  it('is whoever was named, and who stands in for them where they are absent too', () => {
    expect(of(['an', 'binh']).find('an')).toBe('binh');
    expect(of(['an', 'binh'], ['binh', 'chi']).find('an')).toBe('chi');
  });

  it('is nobody where everybody stands in for another who is absent', () => {
    const circle = of(['an', 'binh'], ['binh', 'chi'], ['chi', 'an']);
    expect(['an', 'binh', 'chi'].map((one) => circle.find(one))).toEqual([undefined, undefined, undefined]);
  });
});
