import { ProblemError } from '@motcua/http';

export const unknownStaff = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'absence.staff-unknown',
    titles: { vi: 'Không có cán bộ này vào ngày bắt đầu vắng mặt', en: 'Nobody of this id works here on the first day' },
    detail: {
      vi: 'Hãy bổ sung danh mục công chức trước, hoặc chọn ngày khác.',
      en: 'Enter them into the catalogue of staff first, or choose another day.',
    },
  });

export const notOfUnit = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'absence.substitute-not-of-unit',
    titles: {
      vi: 'Người làm thay phải là cán bộ khác của cùng đơn vị trong cả thời gian đó',
      en: 'Whoever stands in is somebody else of the same unit, on the first and on the last day',
    },
    detail: {
      vi: 'Hãy chọn công chức của đơn vị vào cả hai ngày.',
      en: 'Name somebody of the unit’s staff on both days.',
    },
  });

export const isOver = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'absence.over',
    titles: { vi: 'Thời gian vắng mặt này đã qua', en: 'That absence is over already' },
    detail: {
      vi: 'Chỉ ghi vắng mặt cho hôm nay hoặc những ngày tới: việc của những ngày đã qua đã được giao.',
      en: 'An absence is recorded for today or for days to come: it changes who gets work, and that has been given.',
    },
  });

export const overlaps = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'absence.overlaps',
    titles: {
      vi: 'Người này đã được ghi vắng mặt trong một số ngày đó; kết thúc lần ghi trước rồi ghi lại',
      en: 'They are recorded as absent on some of these days already; end that one first',
    },
    detail: {
      vi: 'Hãy xem các lần vắng mặt đã ghi và kết thúc lần trước rồi ghi lại.',
      en: 'GET /v1/absences lists what is recorded; POST /v1/absences/{id}/end ends one.',
    },
  });

export const unknownAbsence = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'absence.unknown',
    titles: { vi: 'Không có lần vắng mặt này', en: 'There is no such absence' },
    detail: {
      vi: 'Hãy xem các lần vắng mặt đang hoặc sẽ có hiệu lực.',
      en: 'GET /v1/absences lists those that hold or will.',
    },
  });
