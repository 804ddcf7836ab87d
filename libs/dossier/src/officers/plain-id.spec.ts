import { describe, expect, it } from '@jest/globals';
import { isPlainId } from './plain-id.ts';

describe('an id as systems give them', () => {
  it.each(['cv-07', 'xa-thanh-ba.01', 'nv_12@thanhba.gov.vn', 'Đ.07', 'a'.repeat(64), ''])('%s is one', (text) => {
    expect(isPlainId(text)).toBe(true);
  });

  it.each([
    ['a name', 'Trần Văn Bưởi'],
    ['a telephone number', '0912345678'],
    ['one with dots', '091.234.5678'],
    ['an ID number', '001088001234'],
    ['a number behind an id', 'cv-07/001088001234'],
    ['something long', 'a'.repeat(65)],
  ])('%s is none', (_what, text) => {
    expect(isPlainId(text)).toBe(false);
  });
});
