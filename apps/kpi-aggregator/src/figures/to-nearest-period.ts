import type { DayNumber } from '@motcua/indicators';
import { startOfMonth, toMonthNumber } from '../time/local-days.ts';
import type { NearestDays } from './nearest-days.query.ts';
import type { Period } from './period.ts';

const MONTHS = 12;

/**
 * The period to look at in place of an empty one: the year of the nearest day with figures, in whole months, up to the last before the
 * period, or from the first after it. Of two days as near the earlier one, for it is over. Never beyond `today`.
 */
export function toNearestPeriod({ before, after }: NearestDays, empty: Period, today: DayNumber): Period | null {
  const isEarlier = after === null || (before !== null && empty.from - before <= after - empty.to);
  if (isEarlier) {
    if (before === null) return null;
    const month = toMonthNumber(before);
    return { from: startOfYear(month), to: Math.min(startOfMonth(month + 1) - 1, empty.from - 1, today) };
  }
  const month = toMonthNumber(after);
  return {
    from: Math.max(startOfMonth(month), empty.to + 1),
    to: Math.min(startOfYear(month + MONTHS) - 1, today),
  };
}

const startOfYear = (month: number): DayNumber => startOfMonth(month - (month % MONTHS));
