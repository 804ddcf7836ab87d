import { defineCounts } from './define-counts.ts';

const count = defineCounts('Biểu II.06a/VPCP/KSTT');

export const counts = [
  count(
    'no-due',
    { vi: 'Hồ sơ không có hạn giải quyết', en: 'Without any due' },
    {
      vi: 'đã giải quyết trong kỳ hoặc đang giải quyết, không có hạn và không có thời hạn tối đa; tính là đúng hạn',
      en: 'finished in the period or open, with neither a due moment nor a maximum limit; counted as on time',
    },
    [{ of: 'finishedNoDue' }, { of: 'openNoDue' }],
  ),
  count(
    'received',
    { vi: 'Tiếp nhận trong kỳ', en: 'Received' },
    { vi: 'hồ sơ được tiếp nhận trong kỳ', en: 'received in the period' },
    [{ of: 'received' }],
  ),
  count(
    'carried-over',
    { vi: 'Kỳ trước chuyển qua', en: 'Carried over' },
    { vi: 'đang giải quyết khi kỳ bắt đầu', en: 'open when the period began' },
    [{ of: 'open', at: 'start' }],
  ),
  count('finished', { vi: 'Đã giải quyết', en: 'Finished' }, { vi: 'hồ sơ kết thúc trong kỳ', en: 'ended in the period' }, [
    { of: 'finished' },
  ]),
  count(
    'finished.early',
    { vi: 'Giải quyết trước hạn', en: 'Finished early' },
    { vi: 'kết thúc trong kỳ, trước ngày hẹn trả', en: 'ended in the period, on a day before the due date' },
    [{ of: 'finishedEarlyDay' }],
  ),
  count(
    'finished.on-time',
    { vi: 'Giải quyết đúng hạn', en: 'Finished on the day' },
    { vi: 'kết thúc trong kỳ, đúng ngày hẹn trả hoặc không có hẹn', en: 'ended in the period, on the due date or without one' },
    [{ of: 'finishedSameDay' }],
  ),
  count(
    'finished.late',
    { vi: 'Giải quyết quá hạn', en: 'Finished late' },
    { vi: 'kết thúc trong kỳ, sau ngày hẹn trả', en: 'ended in the period, on a day after the due date' },
    [{ of: 'finishedLateDay' }],
  ),
  count(
    'open',
    { vi: 'Đang giải quyết', en: 'Open' },
    { vi: 'đã tiếp nhận và chưa kết thúc ở cuối kỳ', en: 'received and unfinished at the end of the period' },
    [{ of: 'open' }],
  ),
  count(
    'open.within',
    { vi: 'Đang giải quyết trong hạn', en: 'Open within time' },
    { vi: 'đang giải quyết, ngày hẹn trả chưa qua hoặc không có hẹn', en: 'open, the due date not past or none' },
    [{ of: 'open', except: 'overdueDate' }],
  ),
  count(
    'open.overdue',
    { vi: 'Đang giải quyết quá hạn', en: 'Open and overdue' },
    { vi: 'đang giải quyết, ngày hẹn trả đã qua', en: 'open, the due date past' },
    [{ of: 'overdueDate' }],
  ),
] as const;
