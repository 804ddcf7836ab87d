import { ProblemError, type Titles } from '@motcua/http';
import { toReferenceProblem, type ReferenceRefusal } from '../entries/refusal.ts';

const titles: Readonly<Record<string, Titles>> = {
  'institutional.part-exceeds-whole': {
    vi: 'Tử số lớn hơn mẫu số',
    en: 'The part is larger than the whole',
  },
  'institutional.not-a-month': { vi: 'Số liệu này nhập theo từng tháng', en: 'This figure is entered month by month' },
  'institutional.end-missing': { vi: 'Thiếu ngày hết hiệu lực của giấy chứng nhận', en: 'The end of the certificate is missing' },
  'institutional.unit-unknown': { vi: 'Không có đơn vị này trong danh mục', en: 'The catalogue does not know the unit' },
  'institutional.path-mismatch': {
    vi: 'Nội dung khác với đường dẫn',
    en: 'The body differs from the path',
  },
};

/** 422; what the history refuses keeps the code that other reference data have for it. */
export function toInstitutionalProblem(refusal: ReferenceRefusal, entry: string): ProblemError {
  const own = titles[refusal.code];
  if (own === undefined) return toReferenceProblem(refusal, entry);
  return new ProblemError({ status: 422, code: refusal.code, titles: own, detail: refusal.detail, extensions: { entry } });
}
