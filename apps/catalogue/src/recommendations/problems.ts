import { ProblemError } from '@motcua/http';

export const recommendationUnknown = (id: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'recommendation.unknown',
    titles: { vi: 'Không có kiến nghị này', en: 'There is no such recommendation' },
    detail: {
      vi: `Không có kiến nghị nào mang mã ${id}: hãy chọn trong danh sách kiến nghị của đơn vị.`,
      en: `Nothing was recommended under ${id}: choose from the list of the unit.`,
    },
  });

export const recommendationIdTaken = (id: string): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'recommendation.id-taken',
    titles: { vi: 'Mã này đã dùng cho nội dung khác', en: 'Something else has this id' },
    detail: {
      vi: `Mã ${id} đã dùng cho một nội dung khác và không sửa được: hãy gửi lại với mã riêng.`,
      en: `Something else was said under ${id}, and stays: send it under an id of its own.`,
    },
  });

export const ownerElsewhere = (owner: string, unit: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'recommendation.owner-elsewhere',
    titles: { vi: 'Đơn vị thực hiện không thuộc đơn vị được giám sát', en: 'The owner is not of the supervised unit' },
    detail: {
      vi: `"${owner}" không thuộc "${unit}": hãy chọn chính đơn vị đó hoặc một đơn vị trực thuộc.`,
      en: `"${owner}" does not lie below "${unit}": name that unit, or one below it.`,
    },
  });

export const dueBeforeConclusion = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'recommendation.due-too-early',
    titles: { vi: 'Thời hạn sớm hơn ngày kết luận', en: 'Due before the conclusion' },
    detail: {
      vi: 'Thời hạn thực hiện phải từ ngày của văn bản kết luận trở đi: hãy xem lại hai ngày.',
      en: 'A recommendation is due on the day of its document or later: look at both dates again.',
    },
  });

export const periodBackwards = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'recommendation.period-backwards',
    titles: { vi: 'Thời kỳ giám sát không hợp lệ', en: 'The period ends before it begins' },
    detail: {
      vi: 'Ngày đầu của thời kỳ giám sát phải trước hoặc trùng ngày cuối: hãy xem lại hai ngày.',
      en: 'The first day of the supervised period comes on its last day or before it: look at both dates again.',
    },
  });

export const evidenceMissing = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'recommendation.evidence-missing',
    titles: { vi: 'Thiếu văn bản kiểm chứng', en: 'There is no evidence' },
    detail: {
      vi: 'Kiến nghị đã thực hiện xong phải kèm ít nhất một văn bản kiểm chứng: hãy thêm số, ngày văn bản.',
      en: 'What is done is shown by a document at least: add its number and date.',
    },
  });
