import { describe, expect, it } from '@jest/globals';
import { readStatutorySearch } from './statutory-search.ts';

describe('the address of a statutory report', () => {
  it('names a form, and leaves out what is none', () => {
    expect(readStatutorySearch({ form: 'ii06b' })).toEqual({ form: 'ii06b' });
    expect(readStatutorySearch({ form: 'ii07' })).toEqual({});
    expect(readStatutorySearch({ form: ['ii06a'] })).toEqual({});
  });
});
