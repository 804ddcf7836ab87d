import { describe, expect, it } from '@jest/globals';
import { isCountable, isStorable } from './storable.ts';

describe('what can be kept', () => {
  it('is every text but NUL and halves of characters', () => {
    for (const text of ['Nguyễn Thị Ánh', '😀', 'a"b\\c', 'd800', '\u001e\u2028']) expect(isStorable({ text })).toBe(true);
    for (const text of ['a\u0000b', '\ud800', 'x\udc00y']) expect(isStorable({ deep: [{ text }] })).toBe(false);
  });

  it('is every moment the calendar knows', () => {
    expect(['1900-01-01T00:00:00Z', '2499-12-31T23:59:59Z'].map(isCountable)).toEqual([true, true]);
    expect(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59-14:00'].map(isCountable)).toEqual([false, false]);
  });
});
