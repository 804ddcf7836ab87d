import type { Rate } from './indicator.ts';

const base = { version: 1, validFrom: '2018-06-23', validTo: null, kind: 'rate' } as const;

export const onTimeRates = [
  {
    ...base,
    id: 'on-time.766',
    validFrom: '2022-06-23',
    name: { vi: 'Tỷ lệ hồ sơ đúng hạn (Bộ chỉ số 766)', en: 'On time (indicator set 766)' },
    formula: {
      vi: '(đã giải quyết trong kỳ đúng hạn + đang giải quyết chưa quá hạn) / (đã giải quyết trong kỳ + đang giải quyết); thời gian chờ bổ sung không tính',
      en: '(finished in the period by their due + still open within their due) / (finished in the period + open); time of supplements not counted',
    },
    source: 'QĐ 766/QĐ-TTg 23/6/2022, 2.1',
    numerator: [
      { of: 'finished', except: 'finishedLate766' },
      { of: 'open', except: 'overdue766' },
    ],
    denominator: [{ of: 'finished' }, { of: 'open' }],
  },
  {
    ...base,
    id: 'on-time.ii06a',
    name: { vi: 'Tỷ lệ giải quyết đúng hạn theo ngày (biểu II.06a)', en: 'Finished on time by dates (report II.06a)' },
    formula: {
      vi: 'đã giải quyết trong kỳ có ngày kết thúc không sau ngày hẹn trả / đã giải quyết trong kỳ',
      en: 'finished in the period with end date not after the due date / finished in the period',
    },
    source: 'Biểu II.06a/VPCP/KSTT',
    numerator: [{ of: 'finished', except: 'finishedLateDay' }],
    denominator: [{ of: 'finished' }],
  },
  {
    ...base,
    id: 'on-time.closed',
    name: { vi: 'Tỷ lệ giải quyết trước và đúng hạn (hồ sơ đã giải quyết)', en: 'On time among finished dossiers' },
    formula: {
      vi: 'đã giải quyết trong kỳ không sau thời điểm hẹn trả hiện hành / đã giải quyết trong kỳ',
      en: 'finished in the period not after their current due / finished in the period',
    },
    source: 'OpenCPS',
    numerator: [{ of: 'finished', except: 'finishedLateCurrent' }],
    denominator: [{ of: 'finished' }],
  },
  {
    ...base,
    id: 'on-time.with-backlog',
    name: { vi: 'Tỷ lệ đúng hạn có tính hồ sơ tồn quá hạn', en: 'On time with the overdue backlog' },
    formula: {
      vi: 'đã giải quyết trong kỳ đúng hẹn hiện hành / (đã giải quyết trong kỳ + đang giải quyết đã quá hẹn hiện hành)',
      en: 'finished in the period by their current due / (finished in the period + open beyond their current due)',
    },
    source: 'City of Austin, 2023',
    numerator: [{ of: 'finished', except: 'finishedLateCurrent' }],
    denominator: [{ of: 'finished' }, { of: 'overdueCurrent' }],
  },
  {
    ...base,
    id: 'on-time.original-due',
    name: { vi: 'Tỷ lệ đúng hạn theo lần hẹn đầu', en: 'On time by the first appointment' },
    formula: {
      vi: '(đã giải quyết trong kỳ đúng hẹn ban đầu + đang giải quyết chưa quá hẹn ban đầu) / (đã giải quyết trong kỳ + đang giải quyết)',
      en: '(finished in the period by their original due + still open within it) / (finished in the period + open)',
    },
    source: 'Motcua',
    numerator: [
      { of: 'finished', except: 'finishedLateOriginal' },
      { of: 'open', except: 'overdueOriginal' },
    ],
    denominator: [{ of: 'finished' }, { of: 'open' }],
  },
] as const satisfies readonly Rate[];
