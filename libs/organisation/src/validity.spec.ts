import { describe, expect, it } from '@jest/globals';
import { toSuccession } from './validity.ts';

describe('versions that follow each other', () => {
  const version = (number: number, validFrom: string, validTo: string | null) => ({
    version: number,
    document: { validFrom, validTo, number },
  });

  it('hold until the next begins, and a version written over wholly is gone', () => {
    expect(toSuccession([version(1, '2018-01-01', null), version(2, '2022-01-01', null)])).toEqual([
      { number: 1, validFrom: '2018-01-01', validTo: '2021-12-31' },
      { number: 2, validFrom: '2022-01-01', validTo: null },
    ]);
    expect(toSuccession([version(1, '2018-01-01', null), version(2, '2018-01-01', '2025-06-30')])).toEqual([
      { number: 2, validFrom: '2018-01-01', validTo: '2025-06-30' },
    ]);
  });

  it('stay where an earlier one is corrected', () => {
    const [old, today] = [version(1, '2018-01-01', '2025-06-30'), version(2, '2025-07-01', null)];
    expect(toSuccession([old, today, version(3, '2018-01-01', '2025-06-30')])).toEqual([
      { number: 3, validFrom: '2018-01-01', validTo: '2025-06-30' },
      { number: 2, validFrom: '2025-07-01', validTo: null },
    ]);
  });
});
