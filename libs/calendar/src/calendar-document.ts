import type { LocalDate } from './local-date.ts';

/** Monday first, as `weekdayIndex` counts. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** `[open, close)` on the wall clock, `HH:MM`; a close may be `24:00`. No period crosses midnight. */
export type WrittenPeriod = readonly [string, string];

export interface DayOff {
  readonly date: LocalDate;
  readonly name: string;
}

export interface WorkingDay {
  readonly date: LocalDate;
  readonly periods: readonly WrittenPeriod[];
  readonly name: string;
}

/**
 * A calendar as it is written, versioned and published.
 * `workingDays` beats `daysOff` beats `week`. Beyond `confirmedThrough` (inclusive) the base week counts: entries that lie
 * further ahead are a forecast, which the ledger names but the arithmetic does not use before it is confirmed.
 */
export interface CalendarDocument {
  readonly id: string;
  readonly version: number;
  /** An IANA name, such as `Asia/Ho_Chi_Minh`. */
  readonly timeZone: string;
  readonly week: Partial<Record<Weekday, readonly WrittenPeriod[]>>;
  readonly daysOff: readonly DayOff[];
  readonly workingDays: readonly WorkingDay[];
  /** `HH:MM` or `HH:MM:SS`: a same-day dossier that starts then or later is due on the next working day. */
  readonly sameDayCutOff: string;
  readonly confirmedThrough: LocalDate;
}
