import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { createTableStream } from './table-stream.ts';

describe('createTableStream', () => {
  it('says the head once and keeps the columns of what was printed', () => {
    const toLines = createTableStream(['CODE', 'UNIT']);
    expect(toLines([['a-long-code', 'x']]).map(stripVTControlCharacters)).toEqual(['CODE         UNIT', 'a-long-code  x']);
    expect(toLines([['b', 'y']])).toEqual(['b            y']);
  });

  it('says the head of an empty list too', () => {
    expect(createTableStream(['CODE'])([]).map(stripVTControlCharacters)).toEqual(['CODE']);
  });
});
