import { describe, expect, it } from '@jest/globals';
import { chooseCopies, toPoisonKey } from './choose-copies.ts';

describe('what is written once more', () => {
  const records = ['a', toPoisonKey(0), 'b', null, toPoisonKey(1), 'c'].map((key) => ({ key }));

  it('is the last of what there is', () => {
    expect(chooseCopies(records, 2)).toEqual([{ key: null }, { key: 'c' }]);
  });

  it('is never the poison of an earlier schedule, which nobody would drop', () => {
    expect(chooseCopies(records, 40).map(({ key }) => key)).toEqual(['a', 'b', null, 'c']);
  });
});
