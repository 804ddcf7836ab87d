import { describe, expect, it } from '@jest/globals';
import { readFeesSearch } from './fees-search.ts';

describe('the address of the cash-up', () => {
  it('names a day, or none', () => {
    expect(readFeesSearch({ day: '2026-11-29' })).toEqual({ day: '2026-11-29' });
    expect([{}, { day: '2026-13-01' }, { day: '29/11/2026' }, { day: 7 }].map(readFeesSearch)).toEqual([{}, {}, {}, {}]);
  });
});
