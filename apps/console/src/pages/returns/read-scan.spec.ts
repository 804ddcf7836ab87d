import { describe, expect, it } from '@jest/globals';
import { readScan, splitScans } from './read-scan.ts';

const code = 'H44.102-261120-0001';

describe('what a scanner typed', () => {
  it.each([
    ['a code', code],
    ['a code in small letters, with spaces around', ` ${code.toLowerCase()} `],
    ['the link of a slip', `https://motcua.phutho.gov.vn/tra-cuu?ma=${code}&khoa=abc-DEF_123`],
    ['a link whose code comes last', `https://motcua.phutho.gov.vn/tra-cuu?khoa=abc&ma=${code}#x`],
    ['a link whose code is written with escapes', `https://h/tra-cuu?ma=H44%2E102%2D261120-0001&khoa=a`],
  ])('is read: %s', (_what, text) => {
    expect(readScan(text)).toBe(code);
  });

  it('may be a code of the old kind', () => {
    expect(readScan('000.17.22.H56-210531-0001')).toBe('000.17.22.H56-210531-0001');
  });

  it.each(['', '0912345678', '025185001234', 'Nguyễn Thị Hoa', 'https://example.vn/?ma=%', 'https://example.vn/?ma=0912345678'])(
    'is no code: %s',
    (text) => {
      expect(readScan(text)).toBeNull();
    },
  );

  it('is many where many were pasted', () => {
    expect(splitScans(`${code}\n H44.102-261120-0002\t\n`)).toEqual([code, 'H44.102-261120-0002']);
  });
});
