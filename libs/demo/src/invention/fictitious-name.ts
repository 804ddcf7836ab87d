import type { Random } from './random.ts';

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

/** An invented Vietnamese name. */
export const createFictitiousName = (random: Random): string =>
  `${random.pick(families)} ${random.pick(middles)} ${random.pick(givens)}`;
