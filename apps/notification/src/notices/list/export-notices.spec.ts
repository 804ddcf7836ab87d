import { expect, it } from '@jest/globals';
import { toField } from './export-notices.ts';

it('quotes what would break a line, and marks what a spreadsheet would run', () => {
  expect(['a', 'a,b', 'say "yes"', 'two\nlines', '=1+1', '@cmd', null, 3].map(toField)).toEqual([
    'a',
    '"a,b"',
    '"say ""yes"""',
    '"two\nlines"',
    "'=1+1",
    "'@cmd",
    '',
    '3',
  ]);
});
