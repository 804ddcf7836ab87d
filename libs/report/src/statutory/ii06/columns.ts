import type { FigureList, Wording } from '../../vocabulary.ts';
import type { HandlingCount } from './handling-counts.ts';

/** What the columns of a group have above them. */
export type Ii06Group = 'received' | 'finished' | 'open';

export interface Ii06Column {
  /** As the circular numbers it; `6a` and `6b` are ours, and shown where responsibility moved. */
  readonly number: string;
  readonly count: HandlingCount;
  readonly group: Ii06Group;
  readonly title: Wording;
  /** The indicator, and the part of it, that counts the same dossiers. Handed over is no indicator and opens by its direction. */
  readonly opens: { readonly indicator: string; readonly part: FigureList['part'] } | { readonly handedOver: 'in' | 'out' };
}

const opens = (indicator: string, part: FigureList['part'] = 'value') => ({ indicator, part });

/** Columns 3 to 13 of report II.06a/VPCP/KSTT. */
export const ii06Columns: readonly Ii06Column[] = [
  // Finished and open is what the denominator of 2.1 counts.
  {
    number: '3',
    count: 'accounted',
    group: 'received',
    title: { vi: 'Tổng số', en: 'Total' },
    opens: opens('on-time.766', 'denominator'),
  },
  {
    number: '4',
    count: 'receivedOnline',
    group: 'received',
    title: { vi: 'Trực tuyến', en: 'Online' },
    opens: opens('online.filed', 'numerator'),
  },
  {
    number: '5',
    count: 'receivedOtherwise',
    group: 'received',
    title: { vi: 'Trực tiếp, dịch vụ bưu chính', en: 'In person, by post' },
    opens: opens('online.filed', 'rest'),
  },
  {
    number: '6',
    count: 'carriedOver',
    group: 'received',
    title: { vi: 'Từ kỳ trước', en: 'Carried over' },
    opens: opens('carried-over'),
  },
  {
    number: '6a',
    count: 'handedIn',
    group: 'received',
    title: { vi: 'Nhận bàn giao trong kỳ', en: 'Handed over to it' },
    opens: { handedOver: 'in' },
  },
  {
    number: '6b',
    count: 'handedOut',
    group: 'received',
    title: { vi: 'Bàn giao đi trong kỳ', en: 'Handed over by it' },
    opens: { handedOver: 'out' },
  },
  { number: '7', count: 'finished', group: 'finished', title: { vi: 'Tổng số', en: 'Total' }, opens: opens('finished') },
  {
    number: '8',
    count: 'finishedEarly',
    group: 'finished',
    title: { vi: 'Trước hạn', en: 'Before time' },
    opens: opens('finished.early'),
  },
  {
    number: '9',
    count: 'finishedOnTime',
    group: 'finished',
    title: { vi: 'Đúng hạn', en: 'On time' },
    opens: opens('finished.on-time'),
  },
  {
    number: '10',
    count: 'finishedLate',
    group: 'finished',
    title: { vi: 'Quá hạn', en: 'Overdue' },
    opens: opens('finished.late'),
  },
  { number: '11', count: 'open', group: 'open', title: { vi: 'Tổng số', en: 'Total' }, opens: opens('open') },
  {
    number: '12',
    count: 'openWithin',
    group: 'open',
    title: { vi: 'Trong hạn', en: 'Within time' },
    opens: opens('open.within'),
  },
  { number: '13', count: 'openOverdue', group: 'open', title: { vi: 'Quá hạn', en: 'Overdue' }, opens: opens('open.overdue') },
];

/** The columns a report shows: those of hand-overs only where responsibility moved, so that without it the form is the circular's. */
export const listColumns = (movedAny: boolean): readonly Ii06Column[] =>
  ii06Columns.filter(({ opens: way }) => movedAny || !('handedOver' in way));
