import { expect, it } from '@jest/globals';
import { readWorklistSearch } from './worklist-search.ts';

it('an address of the worklist opens even where parts of it make no sense', () => {
  expect(readWorklistSearch({ list: 'all', mine: 'yes', status: 11, procedure: 7, cause: 'x' })).toEqual({});
  expect(readWorklistSearch({ list: 'causes', mine: true, status: 4, procedure: '1.000689', cause: 'real' })).toEqual({
    list: 'causes',
    mine: true,
    status: 4,
    procedure: '1.000689',
    cause: 'real',
  });
});
