import type { Instant } from '../instant.ts';
import type { CalendarRefusal } from '../refusal.ts';

/** Whole numbers; 0 in working days alone, where it means "the same day". */
export interface Limit {
  readonly amount: number;
  readonly unit: 'working-day' | 'working-hour' | 'calendar-day';
}

/** `subtract`: the limit stands still. `restart`: it is counted afresh from the pause's end. */
export type PauseRule = 'subtract' | 'restart';

/** `[from, to)`, open while `to` is absent or null. `rule` beats the request's `pauseRule`. */
export interface Pause {
  readonly from: Instant;
  readonly to?: Instant | null;
  readonly rule?: PauseRule;
  readonly reason?: string;
}

/** A new due moment given by an officer at `at` (absent: before every pause). Pauses that begin after `at` move it. */
export interface Extension {
  readonly newDue: Instant;
  readonly at?: Instant;
}

export interface DueRequest {
  readonly receivedAt: Instant;
  readonly limit: Limit;
  readonly pauses?: readonly Pause[];
  /** For pauses that carry no rule of their own; `subtract` if absent. */
  readonly pauseRule?: PauseRule;
  readonly extensions?: readonly Extension[];
}

/** A due moment that is already given: supplied from outside, or by an extension. */
export interface GivenDue {
  /** Keeps its seconds and milliseconds. */
  readonly due: Instant;
  /** Unknown for a supplied due: pauses are then credited in working time, whatever their rule, as for working days. */
  readonly limit?: Limit;
  /** Receipt: a pause gives no credit for time before it. */
  readonly start?: Instant;
  /** Only pauses that begin after it move the due; absent: all do. */
  readonly givenAt?: Instant;
}

export type DueResult =
  | {
      readonly ok: true;
      /** Null while an open pause counts. */
      readonly dueAt: Instant | null;
      /** The due found before the open pause that counts, else null. */
      readonly beforeOpenPause: Instant | null;
    }
  | { readonly ok: false; readonly error: CalendarRefusal };
