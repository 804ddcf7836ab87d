import { ProblemError } from '@motcua/http';

export const reportUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'figure-report.unknown',
    titles: { vi: 'Không có báo sai này', en: 'There is no such report' },
    detail: {
      vi: `Không có số liệu nào được báo sai với mã ${id}.`,
      en: `No figure was reported under ${id}.`,
    },
  });

export const reportIdTaken = (id: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'figure-report.id-taken',
    titles: { vi: 'Mã báo sai đã dùng cho nội dung khác', en: 'Another report has this id' },
    detail: {
      vi: `Mã ${id} đã dùng cho một báo sai khác: hãy gửi lại với mã riêng.`,
      en: `Something else was reported under ${id}: report it under an id of its own.`,
    },
  });

export const reportAnswered = (id: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'figure-report.answered',
    titles: { vi: 'Báo sai này đã có trả lời', en: 'The report was answered already' },
    detail: {
      vi: `Báo sai ${id} đã được trả lời và không sửa câu trả lời: hãy tải lại.`,
      en: `${id} has an answer, which stays. Read it again.`,
    },
  });

export const unitUnknown = (unit: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'unit.unknown',
    titles: { vi: 'Không có đơn vị này', en: 'There is no such unit' },
    detail: {
      vi: `Danh mục không có đơn vị "${unit}": hãy chọn đơn vị trong danh mục.`,
      en: `The catalogue does not know the unit "${unit}".`,
    },
  });
