/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Days since 1970-01-01, as dates are written in some zone. */
export type DayNumber = number;

/** Local days of time zones; the caller brings the zone data. */
export interface LocalDays {
  /** The local date on which that moment lies. */
  dayOf(timeZone: string, at: Instant): DayNumber;
  /** The first moment of a local date. */
  startOf(timeZone: string, day: DayNumber): Instant;
}
