import { MINUTE_MS, type Instant } from '../instant.ts';
import { fromDayNumber, toDayNumber, type LocalDate } from '../local-date.ts';
import { getZone } from './find-zone.ts';

/** The date on the wall at that moment. Throws RangeError on an unknown zone. */
export function toLocalDate(timeZone: string, at: Instant): LocalDate {
  return fromDayNumber(getZone(timeZone).dayOf(Math.floor(at / MINUTE_MS)));
}

/** The first moment of a local date; where midnight is skipped, the moment the clocks jump to. `NaN` if the date is none. */
export function startOfLocalDay(timeZone: string, date: LocalDate): Instant {
  return getZone(timeZone).toMinute(toDayNumber(date) * 1440) * MINUTE_MS;
}

/**
 * The moment a wall clock shows `date` and `milliseconds` since midnight. Of a repeated hour the first pass; a skipped time moves
 * forward by what was skipped. `NaN` if the date is none.
 */
export function fromLocalTime(timeZone: string, date: LocalDate, milliseconds: number): Instant {
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  const minute = getZone(timeZone).toMinute(toDayNumber(date) * 1440 + minutes);
  return minute * MINUTE_MS + (milliseconds - minutes * MINUTE_MS);
}

/** Minutes east of UTC at that moment. Throws RangeError on an unknown zone. */
export function offsetMinutesAt(timeZone: string, at: Instant): number {
  return getZone(timeZone).offsetAt(Math.floor(at / MINUTE_MS));
}
