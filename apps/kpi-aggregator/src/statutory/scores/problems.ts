import { ProblemError } from '@motcua/http';

export const scoreSetUnknown = (set: string, date: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'score-set.unknown',
    titles: { vi: 'Không có bộ tiêu chí áp dụng cho kỳ này', en: 'No such set of criteria holds in the period' },
    detail: {
      vi: `Bộ tiêu chí "${set}" không có hiệu lực vào ngày ${date.split('-').reverse().join('/')}: hãy chọn kỳ khác hoặc bộ tiêu chí khác.`,
      en: `"${set}" has no version that holds on ${date}. Ask for another period or another set.`,
    },
  });
