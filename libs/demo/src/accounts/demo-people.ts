import type { FirstAccount } from '@motcua/stack';

const commune = 'xa-thanh-ba';
const district = 'thanh-ba';
const province = 'phu-tho';

/**
 * One of each kind who can sign in to the demonstration. Those that the catalogue has as staff bear its ids. The district ended in June 2025, and
 * its leader with it: whoever shows its figures of 2022 is nobody of the staff.
 */
export const demoPeople: readonly FirstAccount[] = [
  { id: `${commune}.counter`, displayName: 'Cán bộ tiếp nhận, xã Thanh Ba', posts: [{ role: 'counter', unit: commune }] },
  {
    id: `${commune}.specialist`,
    displayName: 'Công chức chuyên môn, xã Thanh Ba',
    posts: [{ role: 'specialist', unit: commune }],
  },
  { id: `${commune}.head`, displayName: 'Phụ trách Bộ phận Một cửa, xã Thanh Ba', posts: [{ role: 'head', unit: commune }] },
  { id: `${district}-2022.leader`, displayName: 'Lãnh đạo huyện Thanh Ba (2022)', posts: [{ role: 'leader', unit: district }] },
  { id: `${province}.leader`, displayName: 'Lãnh đạo tỉnh Phú Thọ', posts: [{ role: 'leader', unit: province }] },
  { id: `${province}.delegation`, displayName: 'Đoàn giám sát', posts: [{ role: 'delegation', unit: province }] },
  { id: `${province}.auditor`, displayName: 'Kiểm toán viên', posts: [{ role: 'auditor', unit: province }] },
  { id: 'quan-tri', displayName: 'Quản trị hệ thống', posts: [{ role: 'admin' }] },
];
