import type { revertibleEventNames, SlaClock } from '@motcua/contracts';
import type { Language } from './moments.ts';

type Labels<Value extends string> = Readonly<Record<Value, Readonly<Record<Language, string>>>>;

export const clockLabels: Labels<SlaClock> = {
  acceptance: { vi: 'Thời hạn tiếp nhận hồ sơ nộp trực tuyến', en: 'Time limit for accepting the online submission' },
  transfer: { vi: 'Thời hạn chuyển hồ sơ đến đơn vị giải quyết', en: 'Time limit for the hand-over to the handling unit' },
  step: { vi: 'Thời hạn của bước đang xử lý', en: 'Time limit of the step in hand' },
  dossier: { vi: 'Thời hạn giải quyết hồ sơ', en: 'Time limit of the dossier' },
  apology: { vi: 'Thời điểm cuối để xin lỗi và hẹn lại', en: 'Last moment for an apology with a new appointment' },
  promise: { vi: 'Thời điểm trả kết quả đã hẹn khi xin lỗi vì quá hạn', en: 'Moment promised in the apology for being late' },
};

export const recoveryLabels: Labels<'closed' | 're-dated'> = {
  closed: { vi: 'công việc đã hoàn thành', en: 'the work was done' },
  're-dated': { vi: 'hạn đã được tính lại', en: 'it runs to a new due moment' },
};

/** What was proposed; reads on after “Đề nghị: …”. */
export const proposalLabels: Labels<'moment' | 'unit' | 'correction'> = {
  moment: { vi: 'ghi nhận thời điểm thực hiện sớm hơn', en: 'an earlier moment for something recorded late' },
  unit: { vi: 'thay đổi đơn vị chịu trách nhiệm từ khi tiếp nhận', en: 'another unit responsible from receipt on' },
  correction: { vi: 'đính chính thông tin làm căn cứ tính hạn', en: 'a correction of what the time limit is counted from' },
};

export const outcomeLabels: Labels<'approved' | 'rejected' | 'lapsed'> = {
  approved: { vi: 'đã được phê duyệt', en: 'was approved' },
  rejected: { vi: 'không được chấp thuận', en: 'was rejected' },
  lapsed: {
    vi: 'đã hết hiệu lực do quá 05 ngày làm việc chưa được quyết định',
    en: 'lapsed: nobody decided within five working days',
  },
};

/** Where something is to be paid, where a code was entered and not words; reads on after “Nơi nộp: …”. */
export const paymentPlaceLabels: Labels<'counter' | 'online' | 'post'> = {
  counter: { vi: 'trực tiếp tại quầy của Bộ phận Một cửa', en: 'the counter of the one-stop shop' },
  online: { vi: 'trực tuyến trên Cổng dịch vụ công', en: 'the public service portal, online' },
  post: { vi: 'qua dịch vụ bưu chính', en: 'the post' },
};

/** What many dossiers are at once; reads on after “14 hồ sơ …”. */
export const alertLabels: Labels<'due-soon' | 'breached' | 'recovered' | 'proposal-waiting' | 'proposal-decided' | 'other'> = {
  'due-soon': { vi: 'sắp hết hạn', en: 'due soon' },
  breached: { vi: 'quá hạn', en: 'overdue' },
  recovered: { vi: 'không còn quá hạn', en: 'no longer overdue' },
  'proposal-waiting': { vi: 'có đề nghị chờ quyết định', en: 'waiting for a decision on a proposal' },
  'proposal-decided': { vi: 'có đề nghị không còn chờ quyết định', en: 'no longer waiting for a decision on a proposal' },
  other: { vi: 'cần chú ý', en: 'in need of attention' },
};

/** What was taken back; stands in quotation marks. */
export const happeningLabels: Labels<(typeof revertibleEventNames)[number]> = {
  refused: { vi: 'từ chối hồ sơ', en: 'the dossier was not accepted' },
  transferred: { vi: 'chuyển xử lý hồ sơ', en: 'the dossier was handed over' },
  'supplement-requested': { vi: 'yêu cầu bổ sung hồ sơ', en: 'the dossier has to be completed' },
  'supplement-received': { vi: 'đã nhận hồ sơ bổ sung', en: 'the dossier was completed' },
  'payment-requested': { vi: 'yêu cầu thực hiện nghĩa vụ tài chính', en: 'a payment is asked for' },
  'payment-made': { vi: 'đã thực hiện nghĩa vụ tài chính', en: 'the payment arrived' },
  extended: { vi: 'xin lỗi và hẹn lại ngày trả', en: 'the appointment was put off' },
  apologised: { vi: 'xin lỗi vì quá hạn', en: 'an apology for being late' },
  'withdrawal-requested': { vi: 'ghi nhận đề nghị rút hồ sơ', en: 'the wish to withdraw was recorded' },
  stopped: { vi: 'dừng giải quyết hồ sơ', en: 'the dossier was stopped' },
  processed: { vi: 'đã có kết quả', en: 'the result is ready' },
  returned: { vi: 'đã trả kết quả', en: 'the result was handed over' },
  reassigned: { vi: 'thay đổi đơn vị chịu trách nhiệm', en: 'another unit became responsible' },
};
