import { workingMinutesBetween, type WorkingCalendar } from '@motcua/calendar';
import type { Instant, SlaPause } from '../vocabulary.ts';

/** Working minutes in `[from, to)` in which no pause stood. Pauses may overlap; an open one stands until `to`. */
export function officeMinutes(calendar: WorkingCalendar, from: Instant, to: Instant, pauses: readonly SlaPause[]): number {
  return workingMinutesBetween(calendar, from, to) - pausedMinutes(calendar, from, to, pauses);
}

/** Working minutes in `[from, to)` in which some pause stood. */
export function pausedMinutes(calendar: WorkingCalendar, from: Instant, to: Instant, pauses: readonly SlaPause[]): number {
  let minutes = 0;
  let counted = from;
  for (const pause of pauses.toSorted((left, right) => left.from - right.from)) {
    const [begin, end] = [Math.max(pause.from, counted), Math.min(pause.to ?? to, to)];
    if (begin >= end) continue;
    minutes += workingMinutesBetween(calendar, begin, end);
    counted = end;
  }
  return minutes;
}
