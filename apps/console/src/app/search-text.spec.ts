import { expect, it } from '@jest/globals';
import { parseSearch, stringifySearch } from './search-text.ts';

it('an address that somebody types has its codes as texts, numbers and truths as such', () => {
  expect(parseSearch('?procedure=1.004859&status=4&mine=true&unit=xa-thanh-ba')).toEqual({
    procedure: '1.004859',
    status: 4,
    mine: true,
    unit: 'xa-thanh-ba',
  });
});

it('what is written is read again as it was', () => {
  const search = { procedure: '1.000690', status: 4, mine: true, q: '12', key: 'true', from: '2022-01-01' };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
  expect(stringifySearch({ procedure: '1.000690' })).toBe('?procedure=1.000690');
});
