import { expect, it } from '@jest/globals';
import { foldAccents, matches } from './fold-accents.ts';

it('words are found with accents and without, by their beginnings, in any order', () => {
  const texts = ['1.001193', 'Đăng ký khai sinh'];
  for (const typed of ['khai sinh', 'sinh khai', 'dang ky', 'ĐĂNG', '1.0011', 'kh si', ''])
    expect(matches(typed, texts)).toBe(true);
  for (const typed of ['khai tử', 'inh', 'sinh tử']) expect(matches(typed, texts)).toBe(false);
  expect(foldAccents('Nguyễn Đường')).toBe('nguyen duong');
});
