import { describe, expect, it } from '@jest/globals';
import { fold } from './fold.ts';
import { findProcedures, indexProcedures } from './find-procedures.ts';

const names = [
  'Đăng ký khai sinh',
  'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
  'Đăng ký khai tử',
  'Đăng ký kết hôn',
  'Cấp Giấy xác nhận tình trạng hôn nhân',
  'Chứng thực bản sao từ bản chính giấy tờ, văn bản',
  'Cấp giấy phép xây dựng nhà ở riêng lẻ',
];
const catalogue = names.map((vi, index) => ({ code: `1.00${index}193`, name: { vi } }));
const index = indexProcedures(catalogue);
const firstOf = (typed: string): string | undefined => findProcedures(index, typed)[0]?.name.vi;

describe('the search for a procedure', () => {
  it.each([
    ['khai sinh', 'Đăng ký khai sinh'],
    ['ksinh', 'Đăng ký khai sinh'],
    ['ks', 'Đăng ký khai sinh'],
    ['dkks', 'Đăng ký khai sinh'],
    ['KHAI SINH', 'Đăng ký khai sinh'],
    ['khai tử', 'Đăng ký khai tử'],
    ['khai tu', 'Đăng ký khai tử'],
    ['ket hon', 'Đăng ký kết hôn'],
    ['kh nhan cha', 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con'],
    ['tthn', 'Cấp Giấy xác nhận tình trạng hôn nhân'],
    ['ban sao', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản'],
    ['xay dung', 'Cấp giấy phép xây dựng nhà ở riêng lẻ'],
    ['gpxd', 'Cấp giấy phép xây dựng nhà ở riêng lẻ'],
    ['1.003', 'Đăng ký kết hôn'],
  ])('takes “%s” for %s', (typed, name) => {
    expect(firstOf(typed)).toBe(name);
  });

  it('finds accents however they are composed', () => {
    expect(fold('Đăng ký'.normalize('NFD'))).toBe(fold('Đăng ký'.normalize('NFC')));
    expect(firstOf('hôn nhân'.normalize('NFD'))).toBe('Cấp Giấy xác nhận tình trạng hôn nhân');
  });

  it('finds nothing for what is not there, and all for nothing', () => {
    expect(findProcedures(index, 'hộ chiếu')).toEqual([]);
    expect(findProcedures(index, ' ')).toHaveLength(names.length);
  });

  it('does not try every way in which words can be run together', () => {
    // Sixty words that each give one to four letters: were each way tried, this would not end.
    const index = indexProcedures([{ code: '2.000001', name: { vi: Array.from({ length: 60 }, () => 'aaaa').join(' ') } }]);
    expect(findProcedures(index, 'a'.repeat(120))).toHaveLength(1);
    expect(findProcedures(index, `${'a'.repeat(120)}b`)).toEqual([]);
  });
});
