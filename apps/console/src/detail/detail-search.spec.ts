import { expect, it } from '@jest/globals';
import { readDetailSearch } from './detail-search.ts';

it('an address of a list with details opens even where parts of it make no sense', () => {
  expect(readDetailSearch({ tab: 'staff', q: 'khai sinh', open: 'dong-thanh', edit: 'new', at: '2022-10-31' })).toEqual({
    tab: 'staff',
    q: 'khai sinh',
    open: 'dong-thanh',
    edit: 'new',
    at: '2022-10-31',
  });
  expect(readDetailSearch({ tab: 7, q: '', edit: 'all', at: 'hôm qua' })).toEqual({});
});
