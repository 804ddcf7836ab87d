import type { MeasureId } from '../measures/measure.ts';
import { defineCounts } from './define-counts.ts';
import type { Count, Wording } from './indicator.ts';

const classified = [
  'judgedReal',
  'judgedSyncLag',
  'judgedLateClick',
  'judgedWaitingCitizen',
  'judgedConfiguration',
  'judgedCalendar',
] as const satisfies readonly MeasureId[];

const define = defineCounts('Motcua');
const count = <const Id extends string>(id: Id, of: readonly MeasureId[], name: Wording, { vi, en }: Wording): Count<Id> =>
  define(
    id,
    name,
    {
      vi: `hồ sơ có thời điểm hẹn trả trôi qua trong kỳ khi chưa có kết quả trên hệ thống, tính cho đơn vị chịu trách nhiệm lúc đó, ${vi}`,
      en: `dossiers whose due moment passed in the period without a result being known, under the unit responsible then, ${en}`,
    },
    of.map((measure) => ({ of: measure })),
  );

/** Why dossiers were overdue: each by the overdue cause that holds now, whatever was thought before. */
export const causes = [
  count(
    'overdue.by-cause',
    classified,
    { vi: 'Hồ sơ quá hạn đã xác định nguyên nhân', en: 'Overdue with a verdict' },
    { vi: 'đã có kết luận về nguyên nhân', en: 'with a verdict on the cause' },
  ),
  count(
    'overdue.real',
    ['judgedReal'],
    { vi: 'Quá hạn do giải quyết chậm', en: 'Overdue: handled late' },
    { vi: 'vì giải quyết chậm thật', en: 'because they were handled late' },
  ),
  count(
    'overdue.sync-lag',
    ['judgedSyncLag'],
    { vi: 'Hiển thị quá hạn do đồng bộ chậm', en: 'Shown overdue: learnt late' },
    { vi: 'giải quyết đúng hạn nhưng hệ thống nhận tin muộn', en: 'that ended in time and were learnt of late' },
  ),
  count(
    'overdue.late-click',
    ['judgedLateClick'],
    { vi: 'Hiển thị quá hạn do cập nhật muộn', en: 'Shown overdue: recorded late' },
    {
      vi: 'cập nhật muộn hơn mức đơn vị cho phép so với lúc việc xảy ra',
      en: 'recorded later than it happened by more than the unit tolerates',
    },
  ),
  count(
    'overdue.waiting-citizen',
    ['judgedWaitingCitizen'],
    { vi: 'Quá hạn do chờ bổ sung', en: 'Overdue: waiting for the citizen' },
    { vi: 'vì thời gian chờ người dân bổ sung', en: 'because the citizen’s turn used up the time' },
  ),
  count(
    'overdue.configuration',
    ['judgedConfiguration'],
    { vi: 'Quá hạn do cấu hình thời hạn', en: 'Overdue: limit configured wrongly' },
    { vi: 'vì thời hạn của hồ sơ khác thời hạn của thủ tục', en: 'because their limit differs from the procedure’s' },
  ),
  count(
    'overdue.calendar',
    ['judgedCalendar'],
    { vi: 'Quá hạn do thay đổi lịch làm việc', en: 'Overdue: calendar changed' },
    { vi: 'vì lịch làm việc thay đổi', en: 'because the calendar changed' },
  ),
] as const;
