import { nextWorkingMinute, startOfLocalDay, toLocalDate, type Instant, type WorkingCalendar } from '@motcua/calendar';

/** A day at a unit, from its opening on. */
export interface DigestDay {
  readonly date: string;
  readonly nextWorkingDate: string;
}

const DAY_MS = 24 * 3_600_000;

/** The day whose digest may go out now: the unit has opened and does not close for good yet; undefined: before, after, or a day off. */
export function findDigestDay(calendar: WorkingCalendar, now: Instant): DigestDay | undefined {
  const { timeZone } = calendar;
  const date = toLocalDate(timeZone, now);
  const opening = nextWorkingMinute(calendar, startOfLocalDay(timeZone, date));
  if (now < opening || toLocalDate(timeZone, nextWorkingMinute(calendar, now)) !== date) return undefined;
  return { date, nextWorkingDate: findNextWorkingDate(calendar, now) };
}

function findNextWorkingDate(calendar: WorkingCalendar, now: Instant): string {
  const { timeZone } = calendar;
  const tomorrow = toLocalDate(timeZone, startOfLocalDay(timeZone, toLocalDate(timeZone, now)) + DAY_MS + DAY_MS / 2);
  return toLocalDate(timeZone, nextWorkingMinute(calendar, startOfLocalDay(timeZone, tomorrow)));
}
