import type { DayNumber, Instant, LocalDays } from '@motcua/indicators';
import type { Period } from '../../figures/period.ts';
import { toDayNumber, toDate } from '../../time/local-days.ts';

/** A period that may move with the clock: without `from` this year, without `to` up to today. */
export interface LivePeriod {
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
}

export const VIETNAM = 'Asia/Ho_Chi_Minh';

/** The period at a moment. "Today" is the day of the zone the unit's dossiers are in. */
export function toPeriodAt({ from, to }: LivePeriod, timeZone: string, now: Instant, days: LocalDays): Period {
  const today = days.dayOf(timeZone, now);
  const last = to ?? today;
  const newYear = toDayNumber(`${toDate(last).slice(0, 4)}-01-01`);
  return { from: from ?? newYear, to: last };
}

/** When the day changes next in any of the zones, where that can still move a figure; null: the period is over everywhere. */
export function findNextMidnight(
  live: LivePeriod,
  period: Period,
  timeZones: readonly string[],
  now: Instant,
  days: LocalDays,
): Instant | null {
  const midnights = timeZones
    .filter((zone) => live.to === null || now < days.startOf(zone, period.to + 1))
    .map((zone) => days.startOf(zone, days.dayOf(zone, now) + 1));
  return midnights.length === 0 ? null : Math.min(...midnights);
}
