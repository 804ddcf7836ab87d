import { MAX_PERIOD_DAYS_BY_DAY, MAX_PERIOD_MONTHS } from '@motcua/contracts';
import { ProblemError } from '@motcua/http';

export const unitUnknown = (unit: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'unit.unknown',
    titles: { vi: 'Không có đơn vị này', en: 'There is no such unit' },
    detail: {
      vi: `Không danh mục nào, hồ sơ nào có đơn vị "${unit}": hãy chọn đơn vị trong danh mục.`,
      en: `Neither the catalogue nor any dossier knows the unit "${unit}". GET /v1/units of the catalogue lists those that exist.`,
    },
  });

export const unitNotInForce = (unit: string, date: string, successors: readonly string[]): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'organisation.unit-not-in-force',
    titles: { vi: 'Đơn vị không hoạt động vào ngày này', en: 'The unit is not in force on that day' },
    detail: {
      vi: `Ngày ${date.split('-').reverse().join('/')} không có đơn vị "${unit}". ${
        successors.length === 0
          ? 'Hãy xem theo đơn vị lúc đó.'
          : `Hãy xem theo đơn vị lúc đó, hoặc xem đơn vị kế thừa: ${successors.join(', ')}.`
      }`,
      en: `There is no unit "${unit}" on ${date}. Ask for organisation=as-was${
        successors.length === 0 ? '.' : `, or for who goes on with it: ${successors.join(', ')}.`
      }`,
    },
  });

export const knownAsWasOnly = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'known-at.as-was-only',
    titles: { vi: 'Chỉ xem được theo đơn vị lúc đó', en: 'Under the units of then alone' },
    detail: {
      vi: 'Số liệu đã chốt hoặc biết đến một thời điểm chỉ xem được theo đơn vị lúc đó: hãy bỏ chọn tổ chức khác.',
      en: 'What was reported, or known by a moment, is read under the units of then: leave organisation out, or as-was.',
    },
  });

export const indicatorUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'indicator.unknown',
    titles: { vi: 'Không có chỉ tiêu này', en: 'There is no such indicator' },
    detail: {
      vi: `Không có chỉ tiêu "${id}": hãy chọn chỉ tiêu trong danh sách.`,
      en: `There is no indicator "${id}". GET /v1/indicators lists those that exist.`,
    },
  });

export const periodInvalid = (): ProblemError =>
  new ProblemError({
    status: 400,
    code: 'period.invalid',
    titles: { vi: 'Kỳ báo cáo không hợp lệ', en: 'The period is not valid' },
    detail: {
      vi: 'Ngày đầu kỳ không được sau ngày cuối kỳ.',
      en: '"from" must not be after "to". Both are dates, YYYY-MM-DD, and belong to the period.',
    },
  });

export const periodTooLong = (): ProblemError =>
  new ProblemError({
    status: 400,
    code: 'period.too-long',
    titles: { vi: 'Kỳ báo cáo quá dài', en: 'The period is too long' },
    detail: {
      vi: `Một kỳ dài nhất ${MAX_PERIOD_MONTHS} tháng: hãy chia thành nhiều kỳ.`,
      en: `A period has ${MAX_PERIOD_MONTHS} months at most: ask for it in several parts.`,
    },
  });

export const periodTooLongByDay = (): ProblemError =>
  new ProblemError({
    status: 400,
    code: 'period.too-long',
    titles: { vi: 'Kỳ báo cáo quá dài để xem theo ngày', en: 'The period is too long to be shown by day' },
    detail: {
      vi: `Xem theo ngày thì một kỳ dài nhất ${MAX_PERIOD_DAYS_BY_DAY} ngày: hãy xem theo tháng hoặc chia thành nhiều kỳ.`,
      en: `By day a period has ${MAX_PERIOD_DAYS_BY_DAY} days at most: ask for it by month, or in several parts.`,
    },
  });

export const liveBoardsFull = (limit: number): ProblemError =>
  new ProblemError({
    status: 503,
    code: 'live.boards-full',
    titles: { vi: 'Hệ thống đang theo dõi quá nhiều bảng số liệu', en: 'Too many different boards are watched' },
    detail: {
      vi: `Ở đây cập nhật trực tiếp tối đa ${limit} bảng số liệu: hãy xem bảng đang có người xem, hoặc thử lại sau.`,
      en: `${limit} different boards are kept live here: watch one that others watch too, or ask again later.`,
    },
    headers: { 'retry-after': '30' },
  });

export const partUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'indicator.no-denominator',
    titles: { vi: 'Chỉ tiêu đếm không có mẫu số', en: 'A count has no denominator' },
    detail: `"${id}" is a count: its dossiers are listed with part=value (or without part).`,
  });
