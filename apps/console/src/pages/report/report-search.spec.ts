import { expect, it } from '@jest/globals';
import { readReportSearch } from './report-search.ts';

it('an address of a report opens even where parts of it make no sense', () => {
  expect(readReportSearch({ figure: 'on-time', asOf: '2022-11-01', compare: 'year', with: 'dong-thanh', edit: 'open' })).toEqual({
    figure: 'on-time',
    asOf: '2022-11-01',
    compare: 'year',
    with: 'dong-thanh',
    edit: 'open',
  });
  expect(readReportSearch({ figure: 7, asOf: 'then', compare: 'yesterday', with: '', edit: 'open' })).toEqual({});
});
