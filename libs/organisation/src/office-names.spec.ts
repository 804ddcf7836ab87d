import { describe, expect, it } from '@jest/globals';
import { toCounterName, toOfficeName, toPlaceName } from './office-names.ts';

const named = (vi: string, kind: 'province' | 'district-office' | 'commune' | 'department', en?: string) => ({
  kind,
  name: en === undefined ? { vi } : { vi, en },
});

describe('the name of an office', () => {
  it.each([
    ['Xã Đồng Xuân', 'commune', 'Ủy ban nhân dân xã Đồng Xuân'],
    ['Thị trấn Thanh Ba', 'commune', 'Ủy ban nhân dân thị trấn Thanh Ba'],
    ['Đặc khu Côn Đảo', 'commune', 'Ủy ban nhân dân đặc khu Côn Đảo'],
    ['Huyện Thanh Ba', 'district-office', 'Ủy ban nhân dân huyện Thanh Ba'],
    ['Tỉnh Phú Thọ', 'province', 'Ủy ban nhân dân tỉnh Phú Thọ'],
    ['Phòng Tư pháp', 'department', 'Phòng Tư pháp'],
    ['Đơn vị tập huấn', 'commune', 'Đơn vị tập huấn'],
    ['Boston 311', 'commune', 'Boston 311'],
  ] as const)('%s (%s) is %s', (vi, kind, full) => {
    expect(toOfficeName(named(vi, kind)).vi).toBe(full);
  });

  it('is what the catalogue says, where it says one', () => {
    const formalName = { vi: 'Trung tâm Phục vụ hành chính công tỉnh Phú Thọ' };
    expect(toOfficeName({ ...named('Tỉnh Phú Thọ', 'province'), formalName }).vi).toBe(formalName.vi);
  });

  it('is a People’s Committee in English', () => {
    expect(toOfficeName(named('Xã Đồng Xuân', 'commune', 'Đồng Xuân commune')).en).toBe(
      'People’s Committee of Đồng Xuân commune',
    );
  });

  it('stands before a date without its kind', () => {
    expect(['Xã Đồng Xuân', 'Thị trấn Thanh Ba', 'Phòng Tư pháp'].map((vi) => toPlaceName({ name: { vi } }))).toEqual([
      'Đồng Xuân',
      'Thanh Ba',
      'Phòng Tư pháp',
    ]);
  });

  it('is that of a centre from the day on which communes have one', () => {
    const unit = named('Xã Đồng Xuân', 'commune');
    expect(toCounterName(unit, '2025-06-30').vi).toBe('Bộ phận Tiếp nhận và Trả kết quả xã Đồng Xuân');
    expect(toCounterName(unit, '2025-07-01').vi).toBe('Trung tâm Phục vụ hành chính công xã Đồng Xuân');
    expect(toCounterName(named('Phòng Tư pháp', 'department'), '2025-07-01').vi).toBe(
      'Bộ phận Tiếp nhận và Trả kết quả Phòng Tư pháp',
    );
  });
});
