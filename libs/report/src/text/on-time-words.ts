import type { Wording } from '../vocabulary.ts';

/** What each rule is called within a sentence about shares in time; that of the article first. */
export const onTimeWords: readonly { readonly indicator: string; readonly name: Wording }[] = [
  { indicator: 'on-time.closed', name: { vi: 'trên hồ sơ đã giải quyết', en: 'of finished dossiers' } },
  { indicator: 'on-time.766', name: { vi: 'theo Bộ chỉ số 766', en: 'by indicator set 766' } },
  { indicator: 'on-time.ii06a', name: { vi: 'theo ngày, biểu II.06a', en: 'by dates, report II.06a' } },
  { indicator: 'on-time.with-backlog', name: { vi: 'tính cả hồ sơ tồn quá hạn', en: 'with the overdue backlog' } },
  { indicator: 'on-time.original-due', name: { vi: 'theo lần hẹn trả đầu tiên', en: 'by the first appointment' } },
];
