import { describe, expect, it } from '@jest/globals';
import { CursorInstant, CursorInstantOrLast, CursorNumber } from '../index.ts';

describe('parts of a cursor', () => {
  it.each([
    '2022-03-01 10:00:00+00',
    '2022-03-01 10:00:00.123456+07',
    '2024-02-29 23:59:59.9-03:30',
    '2022-03-01T10:00:00.123Z',
    '0099-01-01 00:00:00+00',
  ])('take a moment as PostgreSQL writes it: %s', (text) => {
    expect(CursorInstant.safeParse(text).success).toBe(true);
  });

  it.each([
    'now',
    'infinity',
    '',
    '2022-03-01',
    '2022-13-01 10:00:00+00',
    '2023-02-29 10:00:00+00',
    '0000-01-01 10:00:00+00',
    '2022-03-01 24:00:00+00',
    '2022-03-01 10:00:60+00',
    '2022-03-01 10:00:00+99',
    "2022-03-01 10:00:00+00'",
  ])('refuse what it does not read: %s', (text) => {
    expect(CursorInstant.safeParse(text).success).toBe(false);
  });

  it('take infinity where rows without a moment come last', () => {
    expect(CursorInstantOrLast.safeParse('infinity').success).toBe(true);
  });

  it('take numbers that a bigint holds', () => {
    const taken = ['0', '9223372036854775807', '9223372036854775808', '-1', '1.5', ''].map(
      (it) => CursorNumber.safeParse(it).success,
    );
    expect(taken).toEqual([true, true, false, false, false, false]);
  });
});
