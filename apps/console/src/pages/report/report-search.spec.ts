import { expect, it } from '@jest/globals';
import { readReportSearch } from './report-search.ts';

it('an address of a report opens even where parts of it make no sense', () => {
  expect(readReportSearch({ figure: 'on-time', compare: 'year', with: 'dong-thanh', edit: 'open' })).toEqual({
    figure: 'on-time',
    compare: 'year',
    with: 'dong-thanh',
    edit: 'open',
  });
  expect(readReportSearch({ figure: 7, compare: 'yesterday', with: '', edit: 'open' })).toEqual({});
});
