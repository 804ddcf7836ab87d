import { ProblemError } from '@motcua/http';

/** 404 `unit.unknown`: what a service answers where it knows units by the catalogue alone. */
export const unitUnknown = (unit: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'unit.unknown',
    titles: { vi: 'Không có đơn vị này', en: 'There is no such unit' },
    detail: {
      vi: `Danh mục không có đơn vị "${unit}": hãy chọn đơn vị trong danh mục.`,
      en: `The catalogue does not know the unit "${unit}". GET /v1/units of the catalogue lists those that exist.`,
    },
  });
