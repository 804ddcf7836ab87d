import type { SlaClock } from '@motcua/contracts';
import type { Language } from './moments.ts';

type Labels<Value extends string> = Readonly<Record<Value, Readonly<Record<Language, string>>>>;

export const clockLabels: Labels<SlaClock> = {
  acceptance: { vi: 'Thời hạn tiếp nhận hồ sơ nộp trực tuyến', en: 'Time limit for accepting the online submission' },
  transfer: { vi: 'Thời hạn chuyển hồ sơ đến đơn vị giải quyết', en: 'Time limit for the hand-over to the handling unit' },
  step: { vi: 'Thời hạn của bước đang xử lý', en: 'Time limit of the step in hand' },
  dossier: { vi: 'Thời hạn giải quyết hồ sơ', en: 'Time limit of the dossier' },
  apology: { vi: 'Thời điểm cuối để xin lỗi và hẹn lại', en: 'Last moment for an apology with a new appointment' },
};

export const recoveryLabels: Labels<'closed' | 're-dated'> = {
  closed: { vi: 'công việc đã hoàn thành', en: 'the work was done' },
  're-dated': { vi: 'hạn đã được tính lại', en: 'it runs to a new due moment' },
};

/** What many dossiers are at once; reads on after “14 hồ sơ …”. */
export const alertLabels: Labels<'due-soon' | 'breached' | 'recovered' | 'other'> = {
  'due-soon': { vi: 'sắp hết hạn', en: 'due soon' },
  breached: { vi: 'quá hạn', en: 'overdue' },
  recovered: { vi: 'không còn quá hạn', en: 'no longer overdue' },
  other: { vi: 'cần chú ý', en: 'in need of attention' },
};
