import type { FormFacts } from '../facts/form-facts.ts';

const at = (local: string): number => Date.parse(`${local}+07:00`);

/** A dossier of a commune of which everything is known, with letters that only a whole Vietnamese font has. */
export const createFacts = (more: Partial<FormFacts> = {}): FormFacts => ({
  timeZone: 'Asia/Ho_Chi_Minh',
  issuedAt: at('2026-11-17T10:00:00'),
  office: {
    name: 'Ủy ban nhân dân xã Thanh Ba',
    counter: 'Trung tâm Phục vụ hành chính công xã Thanh Ba',
    place: 'Thanh Ba',
    telephone: '0210 000 0101',
  },
  code: 'H44.101-261117-0007',
  procedure: 'Đăng ký khai sinh kết hợp nhận cha, mẹ, con',
  content: 'cho cháu Nguyễn Hữu Nghĩa',
  receivedAt: at('2026-11-17T10:00:00'),
  due: at('2026-11-20T10:00:00'),
  limit: { amount: 3, unit: 'working-day' },
  applicant: {
    name: 'Nguyễn Thị Bưởi',
    idNumber: '025185001234',
    phone: '0912345678',
    email: 'buoi@example.vn',
    address: 'Khu 7, xã Thanh Ba, tỉnh Phú Thọ',
  },
  authorised: { name: 'Trần Văn Được', idNumber: '025190001111', phone: '0987654321' },
  handedIn: [
    { name: 'Tờ khai đăng ký khai sinh', copies: 1, originals: 1 },
    { name: 'Giấy chứng sinh', copies: 2, originals: 1 },
    { name: 'Văn bản ủy quyền có chứng thực', copies: 1 },
  ],
  resultBy: { way: 'counter' },
  fee: { amount: 152_000, receiptNumber: 'BL-0042' },
  step: {
    reason: 'Thành phần hồ sơ chưa đầy đủ',
    reasonText: 'Chưa có giấy chứng sinh.',
    papers: ['Giấy chứng sinh', 'Văn bản ủy quyền có chứng thực'],
    previousDue: at('2026-11-20T10:00:00'),
    newDue: at('2026-11-23T16:00:00'),
  },
  handOvers: [
    {
      unit: 'Trung tâm Phục vụ hành chính công xã Thanh Ba',
      from: at('2026-11-17T10:00:00'),
      until: at('2026-11-17T10:30:00'),
      due: null,
    },
    {
      unit: 'Phòng Văn hóa - Xã hội',
      from: at('2026-11-17T10:30:00'),
      until: at('2026-11-20T09:59:00'),
      due: at('2026-11-20T10:00:00'),
    },
    {
      unit: 'Trung tâm Phục vụ hành chính công xã Thanh Ba',
      from: at('2026-11-20T09:59:00'),
      until: null,
      due: null,
      note: 'Chờ trả kết quả',
    },
  ],
  lookUpLink: 'https://motcua.example.vn/tra-cuu?ma=H44.101-261117-0007&khoa=abcdefghijklmnopqrstuvwxyz',
  isTraining: false,
  ...more,
});
