import { toWindow, type DayNumber, type Instant, type LocalDays, type Window } from '@motcua/indicators';
import { startOfMonth, toDate, toMonthNumber } from '../time/local-days.ts';

/** Local days, both inclusive; in each time zone days of that zone. */
export interface Period {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The period in one zone, as it stands at `asOf`. */
export const toZoneWindow = ({ from, to }: Period, timeZone: string, asOf: Instant, days: LocalDays): Window =>
  toWindow(days.startOf(timeZone, from), days.startOf(timeZone, to + 1), asOf);

/** The months a period touches, each cut to it, by their key `YYYY-MM`. */
export function toMonths({ from, to }: Period): readonly (Period & { key: string })[] {
  const months: (Period & { key: string })[] = [];
  for (let month = toMonthNumber(from); month <= toMonthNumber(to); month += 1) {
    const first = startOfMonth(month);
    months.push({ key: toDate(first).slice(0, 7), from: Math.max(first, from), to: Math.min(startOfMonth(month + 1) - 1, to) });
  }
  return months;
}

/** The days of a period, by their date. */
export const toDays = ({ from, to }: Period): readonly (Period & { key: string })[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ key: toDate(from + index), from: from + index, to: from + index }));
