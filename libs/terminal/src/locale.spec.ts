import { describe, expect, it } from '@jest/globals';
import { formatCount, formatDecimal } from './format-number.ts';
import { toLocalMinute } from './local-minute.ts';
import { readLocale } from './locale.ts';

describe('the locale of a terminal', () => {
  it.each([
    [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
    [{ LANG: 'vi' }, 'vi'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'C', LC_NUMERIC: 'vi_VN' }, 'vi'],
    [{ LANG: 'vi_VN', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'vi_VN', LC_ALL: '' }, 'vi'],
    [{ LANG: 'vie_XX' }, 'en'],
    [{}, 'en'],
  ])('is read off %j', (variables, locale) => {
    expect(readLocale(variables, 'LC_NUMERIC')).toBe(locale);
  });

  it.each([
    ['vi', ['24.033', '7', '1.234.567', '1.234,5', '12', '-1.234,50', '03/10/2022 07:51', '–']],
    ['en', ['24,033', '7', '1,234,567', '1,234.5', '12', '-1,234.50', '2022-10-03 07:51', '–']],
  ] as const)('writes numbers and moments: %s', (locale, written) => {
    expect([
      formatCount(24_033, locale),
      formatCount(7, locale),
      formatCount(1_234_567, locale),
      formatDecimal(1_234.5, 1, locale),
      formatDecimal(12.2, 0, locale),
      formatDecimal(-1_234.5, 2, locale),
      toLocalMinute('2022-10-03T00:51:30Z', 'Asia/Ho_Chi_Minh', locale),
      toLocalMinute(null, 'Asia/Ho_Chi_Minh', locale),
    ]).toEqual(written);
  });
});
