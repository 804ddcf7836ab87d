import type { Limit, PauseRule } from '../due/due-request.ts';
import type { PauseOutcome } from '../due/trace.ts';
import type { Instant } from '../instant.ts';
import type { LocalDate } from '../local-date.ts';

/** What makes a date count or not. `start-day`: the date of the start, which no limit in days counts. */
export type DayReason = 'working-day' | 'make-up-day' | 'weekend' | 'day-off' | 'start-day';

/** One date that was looked at. */
export interface LedgerDay {
  readonly kind: 'day';
  readonly date: LocalDate;
  /** `limit`: counted towards the limit; `pause`: towards a pause's credit; `roll`: passed over on the way to a working day. */
  readonly towards: 'limit' | 'pause' | 'roll';
  readonly counted: boolean;
  readonly reason: DayReason;
  /** The holiday, the swap or the make-up day by its name in the calendar. */
  readonly name: string | null;
  /** Its number among the counted days, for limits in days. */
  readonly ordinal: number | null;
  /** Working minutes taken from it, for working hours and for credits. */
  readonly minutes: number | null;
  /** False beyond the calendar's `confirmedThrough`, where the base week counts. */
  readonly confirmed: boolean;
  /** The name of an entry that lies beyond `confirmedThrough` and therefore was not used. */
  readonly forecast: string | null;
}

/** The clock set off: `from` moved to the first working minute. */
export interface LedgerStart {
  readonly kind: 'started';
  readonly because: 'receipt' | 'restart' | 'same-day-pause';
  readonly from: Instant;
  readonly at: Instant;
  readonly moved: 'before-opening' | 'between-periods' | 'after-closing' | 'day-off' | null;
  readonly limit: Limit;
}

/** A pause and what it did. `countedFrom` is its beginning after clipping, null if it did not count. */
export interface LedgerPause {
  readonly kind: 'pause';
  readonly from: Instant;
  readonly to: Instant | null;
  readonly rule: PauseRule;
  readonly reasons: readonly string[];
  readonly outcome: PauseOutcome;
  readonly countedFrom: Instant | null;
  readonly credit: { readonly workingMinutes: number } | { readonly calendarDays: number } | null;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant | null;
}

/** Every line that explains a due moment, in the order things were done. Instants are epoch milliseconds. */
export type LedgerEntry =
  | LedgerStart
  | LedgerDay
  | LedgerPause
  /** The start is at the same-day cut-off or later: the next working day is meant. */
  | { readonly kind: 'cut-off'; readonly at: Instant; readonly cutOff: string }
  /** The clock time lies outside that day's working time: forward to the next working minute. */
  | { readonly kind: 'forwarded'; readonly from: Instant; readonly to: Instant }
  /** A calendar-day due on a day without work: the next working day's last close. */
  | { readonly kind: 'rolled'; readonly from: LocalDate; readonly to: LocalDate }
  | {
      readonly kind: 'extension';
      readonly at: Instant | null;
      readonly newDue: Instant;
      readonly dueBefore: Instant;
      readonly dueAfter: Instant;
    }
  /** From this date on the calendar is not confirmed. */
  | { readonly kind: 'unconfirmed'; readonly from: LocalDate; readonly confirmedThrough: LocalDate }
  | { readonly kind: 'due'; readonly at: Instant | null };
