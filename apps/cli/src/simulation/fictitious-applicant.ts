import type { Applicant } from '@motcua/contracts';
import type { Random } from '../scenario/random.ts';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hà', 'Đinh'];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Quang', 'Ngọc', 'Hữu', 'Thanh', 'Xuân'];
const givens = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Hà',
  'Hải',
  'Hương',
  'Lan',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phúc',
  'Sơn',
  'Tâm',
  'Thảo',
  'Tuấn',
  'Yến',
];

/** An invented citizen. The ID begins with 000 and the number with 0000, which nobody has. */
export function createFictitiousApplicant(random: Random): Applicant {
  const digits = (count: number): string => Array.from({ length: count }, () => random.between(0, 9)).join('');
  return {
    name: `${random.pick(families)} ${random.pick(middles)} ${random.pick(givens)}`,
    idNumber: `000${digits(9)}`,
    phone: `0000${digits(6)}`,
  };
}
