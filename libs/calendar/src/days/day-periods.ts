import type { Zone } from '../zone/zone.ts';
import type { Period } from './day-plan.ts';

/**
 * Places a date's periods on the time line, in minutes since the epoch. Where the clocks jump, a moved open may run into the next
 * period: what overlaps becomes one, and nothing leaves the day.
 */
export function placePeriods(zone: Zone, day: number, start: number, end: number, periods: readonly Period[]): readonly Period[] {
  if (end - start === 1440) return periods.map(({ open, close }) => ({ open: start + open, close: start + close }));
  const placed: Period[] = [];
  for (const period of periods) {
    const previous = placed.at(-1);
    const open = Math.max(start, previous?.close ?? start, zone.toMinute(day * 1440 + period.open));
    const close = Math.min(end, period.close === 1440 ? end : zone.toMinute(day * 1440 + period.close));
    if (open < close) placed.push({ open, close });
  }
  return placed;
}
