import type { FigureReportRequest } from '@motcua/contracts';

/** A leader doubts the on-time rate of a commune. */
export const aFigureReport = (unit: string, words = 'Thiếu hồ sơ của tháng 3.'): FigureReportRequest => ({
  about: {
    page: 'board',
    unit,
    from: '2022-01-01',
    to: '2022-10-31',
    asOf: '2022-11-01T00:00:00.000Z',
    indicator: 'on-time.closed',
    figure: null,
    part: null,
    by: null,
    key: null,
    numerator: 97,
    denominator: 100,
    value: 0.97,
  },
  words,
});
