import { expect, it } from '@jest/globals';
import { isCode, readLookUpSearch } from './look-up-search.ts';

it('a code stands in the address, the number of a person does not', () => {
  expect(readLookUpSearch({ q: 'H44.101-261127-0004' })).toEqual({ q: 'H44.101-261127-0004' });
  expect(readLookUpSearch({ q: '025185001234' })).toEqual({});
  expect(readLookUpSearch({ q: 25_185_001_234 })).toEqual({});
  expect(isCode('+84 912 345 678')).toBe(false);
});
