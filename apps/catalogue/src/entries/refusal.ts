import { ProblemError, type Titles } from '@motcua/http';

/** Why a document is not taken: a stable code and a sentence about this case. */
export interface ReferenceRefusal {
  readonly code: string;
  readonly detail: string;
}

/** The refusal of one document among many. */
export interface EntryRefusal extends ReferenceRefusal {
  readonly entry: string;
}

const titles: Readonly<Record<string, Titles>> = {
  'reference.code-mismatch': {
    vi: 'Mã trong nội dung khác mã trong đường dẫn',
    en: 'The code in the body differs from the one in the path',
  },
  'reference.validity-invalid': { vi: 'Thời hạn hiệu lực không hợp lệ', en: 'The validity is not valid' },
  'reference.validity-overlaps': {
    vi: 'Thời hạn hiệu lực chồng lên phiên bản khác',
    en: 'The validity overlaps that of another version',
  },
  'reference.unit-unknown': { vi: 'Đơn vị chưa có trong danh mục', en: 'The unit is not in the catalogue' },
  'reference.legacy-code-twice': {
    vi: 'Mã của hệ thống nguồn được gán cho hai lý do',
    en: 'A code of a legacy system stands for two reasons',
  },
  'reference.legacy-code-personal': {
    vi: 'Mã của hệ thống nguồn trông như số định danh hoặc số điện thoại',
    en: 'A code of a legacy system looks like an ID or a telephone number',
  },
  'reference.calendar-not-newer': { vi: 'Phiên bản lịch phải tăng', en: 'The version of the calendar must grow' },
};
const otherwise: Titles = { vi: 'Dữ liệu danh mục không hợp lệ', en: 'The reference data are not valid' };

/** 422 with the refusal's code. */
export function toReferenceProblem({ code, detail }: ReferenceRefusal, entry?: string): ProblemError {
  const extensions = entry === undefined ? {} : { entry };
  return new ProblemError({ status: 422, code, titles: titles[code] ?? otherwise, detail, extensions });
}
