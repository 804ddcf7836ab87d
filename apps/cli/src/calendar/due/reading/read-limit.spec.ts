import { describe, expect, it } from '@jest/globals';
import { readLimit } from './read-limit.ts';

describe('readLimit', () => {
  it.each([
    ['2wd', { amount: 2, unit: 'working-day' }],
    ['4wh', { amount: 4, unit: 'working-hour' }],
    ['15d', { amount: 15, unit: 'calendar-day' }],
    ['same-day', { amount: 0, unit: 'working-day' }],
    ['1.5wd', { amount: 1.5, unit: 'working-day' }],
  ])('reads %s', (text, limit) => {
    expect(readLimit(text)).toEqual(limit);
  });

  it('names the ways to write a limit where it reads none', () => {
    expect(() => readLimit('two days')).toThrow(expect.objectContaining({ code: 'due.limit-unreadable', exitCode: 2 }));
  });
});
