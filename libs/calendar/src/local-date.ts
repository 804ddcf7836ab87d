/** A date on somebody's wall, `YYYY-MM-DD`, without a zone. */
export type LocalDate = string;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a date as written; `NaN` where the text is no date of the calendar (2026-02-30). */
export function toDayNumber(date: LocalDate): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return NaN;
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  // `Date.parse` takes 31 April for 1 May: only a date that reads back the same is one.
  return Number.isNaN(day) || fromDayNumber(day) !== date ? NaN : day;
}

/** The date of a day number. */
export function fromDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
