import { ProblemError } from '@motcua/http';

export const unitUnknown = (unit: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'unit.unknown',
    titles: { vi: 'Không có đơn vị này', en: 'There is no such unit' },
    detail: `Neither the catalogue nor any dossier knows the unit "${unit}". GET /v1/units of the catalogue lists those that exist.`,
  });

export const indicatorUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'indicator.unknown',
    titles: { vi: 'Không có chỉ tiêu này', en: 'There is no such indicator' },
    detail: `There is no indicator "${id}". GET /v1/indicators lists those that exist.`,
  });

export const periodInvalid = (): ProblemError =>
  new ProblemError({
    status: 400,
    code: 'period.invalid',
    titles: { vi: 'Kỳ báo cáo không hợp lệ', en: 'The period is not valid' },
    detail: '"from" must not be after "to". Both are dates, YYYY-MM-DD, and belong to the period.',
  });

export const partUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'indicator.no-denominator',
    titles: { vi: 'Chỉ tiêu đếm không có mẫu số', en: 'A count has no denominator' },
    detail: `"${id}" is a count: its dossiers are listed with part=value (or without part).`,
  });
