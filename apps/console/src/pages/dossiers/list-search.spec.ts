import { expect, it } from '@jest/globals';
import { readBoardSearch } from '../board/board-search.ts';
import { readListSearch } from './list-search.ts';

it('an address of a list opens even where parts of it make no sense', () => {
  expect(readListSearch({ part: 'half', by: 'unit' })).toEqual({ part: 'numerator' });
  expect(readListSearch({ part: 'rest', by: 'unit', key: 'dong-thanh', asOf: 'yesterday' })).toEqual({
    part: 'rest',
    by: 'unit',
    key: 'dong-thanh',
  });
});

it('an address of a board too', () => {
  expect(readBoardSearch({ compare: 'x', wall: 'yes', sort: 'overdue', down: true })).toEqual({ sort: 'overdue', down: true });
  expect(readBoardSearch({ organisation: 'as-is' })).toEqual({ organisation: 'as-is' });
  expect(readBoardSearch({ organisation: 'yesterday' })).toEqual({});
  expect(readBoardSearch({ asOf: '2022-11-01T00:00:00Z', wall: true })).toEqual({ asOf: '2022-11-01T00:00:00Z', wall: true });
});
