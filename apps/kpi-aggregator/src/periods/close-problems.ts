import { ProblemError } from '@motcua/http';
import { showMoment } from '@motcua/tables';
import type { CloseRefusal } from './decide-close.ts';

export const closeUnknown = (): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'period-close.unknown',
    titles: { vi: 'Không có lần chốt số liệu này', en: 'There is no such close' },
    detail: {
      vi: 'Không có lần chốt số liệu nào mang mã này: hãy chọn trong danh sách kỳ báo cáo đã chốt của đơn vị.',
      en: 'No close has this id: GET /v1/period-closes lists those of a unit.',
    },
  });

export const closeMissing = (unit: string, month: string): ProblemError =>
  new ProblemError({
    status: 404,
    code: 'period-close.none',
    titles: { vi: 'Kỳ báo cáo chưa chốt', en: 'The period is not closed' },
    detail: {
      vi: `Đơn vị "${unit}" chưa chốt số liệu tháng ${showMonth(month)}: hãy xem số liệu hiện biết, hoặc nêu một thời điểm.`,
      en: `The unit "${unit}" has not closed ${month}: ask for the figures as now known, or name a moment.`,
    },
  });

export const groupingNotFrozen = (by: string): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'period-close.grouping-not-frozen',
    titles: { vi: 'Bản chốt không có cách nhóm này', en: 'The frozen copy does not have this grouping' },
    detail: {
      vi: 'Bản chốt xem được toàn bộ, theo lĩnh vực hoặc theo thủ tục. Muốn nhóm cách khác, hãy nêu một thời điểm để hệ thống tính lại từ nhật ký.',
      en: `A frozen copy is read as a whole, by field or by procedure, not by ${by}. Name a moment with knownAt, and it is recomputed from the log.`,
    },
  });

export const notAMonth = (): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'period-close.not-a-month',
    titles: { vi: 'Chỉ chốt số liệu theo tháng', en: 'Only whole months are closed' },
    detail: {
      vi: 'Bản chốt là của trọn một tháng: hãy chọn kỳ từ ngày đầu đến ngày cuối của tháng.',
      en: 'A frozen copy is of one whole month: ask from its first day to its last.',
    },
  });

/** @param closedAsOf the moment that the copy stands for */
export const asOfNotFrozen = (closedAsOf: Date): ProblemError =>
  new ProblemError({
    status: 422,
    code: 'period-close.as-of-earlier',
    titles: { vi: 'Bản chốt không có thời điểm này', en: 'The frozen copy is not of that moment' },
    detail: {
      vi: `Bản chốt là số liệu tại thời điểm chốt (${showMoment(closedAsOf.toISOString())}). Muốn xem tại thời điểm sớm hơn, hãy nêu thời điểm ghi nhận để hệ thống tính lại từ nhật ký.`,
      en: `A frozen copy shows its month as of ${closedAsOf.toISOString()}. For an earlier asOf name a moment with knownAt, and it is recomputed from the log.`,
    },
  });

export const recomputeBusy = (): ProblemError =>
  new ProblemError({
    status: 503,
    code: 'known-at.busy',
    titles: { vi: 'Đang có lần tính lại khác', en: 'Another recomputation runs' },
    detail: {
      vi: 'Hệ thống chỉ tính lại từ nhật ký từng lần một: hãy thử lại sau ít phút.',
      en: 'Figures are recomputed from the log one request at a time: try again in some minutes.',
    },
    headers: { 'retry-after': '30' },
  });

export const recomputeTooLong = (cause: unknown): ProblemError =>
  new ProblemError({
    status: 503,
    code: 'known-at.too-long',
    titles: { vi: 'Tính lại quá lâu', en: 'The recomputation takes too long' },
    detail: {
      vi: 'Nhật ký quá lớn để tính lại ngay lúc này: hãy thử lại khi hệ thống ít việc, hoặc xem tháng đã chốt.',
      en: 'The log is too long to be recomputed from right now: try again when there is less to do, or ask for a closed month.',
    },
    cause,
  });

export const freezeBusy = (): ProblemError =>
  new ProblemError({
    status: 503,
    code: 'period-close.busy',
    titles: { vi: 'Đang lập bản chốt khác', en: 'Another month is being frozen' },
    detail: {
      vi: 'Hệ thống chỉ lập từng bản chốt một: hãy đề nghị chốt lại sau ít phút.',
      en: 'Months are frozen one at a time: propose this one again in some minutes.',
    },
    headers: { 'retry-after': '30' },
  });

export const freezeTooLong = (cause: unknown): ProblemError =>
  new ProblemError({
    status: 503,
    code: 'period-close.too-long',
    titles: { vi: 'Lập bản chốt quá lâu', en: 'The copy takes too long' },
    detail: {
      vi: 'Bản chốt không lập xong trong thời gian cho phép nên chưa có gì được lưu: hãy đề nghị chốt lại khi hệ thống ít việc.',
      en: 'The copy was not finished in time, and nothing of it was kept: propose the month again when there is less to do.',
    },
    cause,
  });

/** What was decided, as it is answered. */
export function toProblem(refusal: CloseRefusal): ProblemError {
  switch (refusal.code) {
    case 'period.not-over':
      return refuse(refusal.code, {
        titles: { vi: 'Tháng chưa kết thúc', en: 'The month is not over' },
        vi: 'Chỉ chốt được số liệu khi tháng đã hết: hãy đề nghị chốt từ ngày đầu của tháng sau.',
        en: 'Only a month that is over can be closed: propose it from the first day of the next one.',
      });
    case 'period.closed-already':
      return refuse(refusal.code, {
        titles: { vi: 'Tháng này đã có bản chốt', en: 'This month has a close already' },
        vi:
          refusal.state === 'confirmed'
            ? 'Số liệu tháng này đã chốt và không mở lại: thay đổi về sau xem ở phần so sánh.'
            : 'Đã có đề nghị chốt tháng này đang chờ xác nhận: hãy xác nhận hoặc rút đề nghị đó.',
        en:
          refusal.state === 'confirmed'
            ? 'This month is closed for good: what changed later is shown by its comparison.'
            : 'A close of this month waits for its confirmation: confirm or withdraw that one.',
      });
    case 'period.events-missing':
      return refuse(refusal.code, {
        titles: { vi: 'Chưa tính đủ sự việc của đơn vị', en: 'Not everything of the unit is counted yet' },
        vi: `Còn ${refusal.lagging} hồ sơ có cập nhật chưa tính và ${refusal.parked} bản tin chưa đọc được. Hãy đợi rồi đề nghị lại; nếu phải chốt ngay, hãy nêu lý do.`,
        en: `${refusal.lagging} dossiers have events that are not counted yet, and ${refusal.parked} events are parked. Wait and propose again, or say why the month is closed all the same (overrideReason).`,
        more: { lagging: refusal.lagging, parked: refusal.parked },
      });
    case 'period-close.decided-already':
      return refuse(refusal.code, {
        titles: { vi: 'Đề nghị chốt đã có kết quả', en: 'The proposal has been decided on' },
        vi: refusal.state === 'confirmed' ? 'Số liệu đã chốt và không mở lại được.' : 'Đề nghị này đã rút: hãy đề nghị chốt lại.',
        en:
          refusal.state === 'confirmed'
            ? 'It is confirmed, and a closed month is never reopened.'
            : 'It was withdrawn: propose the month again.',
      });
    case 'period-close.same-person':
      return refuse(refusal.code, {
        titles: { vi: 'Cần người thứ hai xác nhận', en: 'A second person has to confirm' },
        vi: 'Người đề nghị chốt không tự xác nhận: hãy nhờ lãnh đạo khác của đơn vị hoặc của cấp trên.',
        en: 'Whoever proposed a close does not confirm it: ask another head or leader of the unit or above.',
      });
    case 'period-close.overtaken':
      return refuse(refusal.code, {
        titles: { vi: 'Bản đề nghị không còn đúng', en: 'The proposal is no longer what was known' },
        vi: `Có ${refusal.differences} điểm khác với nhật ký: dữ liệu ghi trước lúc đề nghị nay mới đến. Hãy rút đề nghị và đề nghị chốt lại.`,
        en: `${refusal.differences} differences from the log: something recorded before the proposal arrived after it. Withdraw it and propose again.`,
        more: { differences: refusal.differences },
      });
  }
}

interface Sentences {
  readonly titles: { readonly vi: string; readonly en: string };
  readonly vi: string;
  readonly en: string;
  readonly more?: Readonly<Record<string, number>>;
}

const refuse = (code: string, { titles, vi, en, more }: Sentences): ProblemError =>
  new ProblemError({ status: 409, code, titles, detail: { vi, en }, ...(more === undefined ? {} : { extensions: more }) });

/** `2022-10` → `10/2022` */
const showMonth = (month: string): string => month.split('-').reverse().join('/');
