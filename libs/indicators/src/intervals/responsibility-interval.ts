import type { Instant } from '../instant.ts';
import type { DocumentAttributes } from './documents.ts';
import type { OverdueCauseCode } from './overdue-cause.ts';

/** The rules by which an open dossier can be overdue; `date` compares days, the others moments. */
export const dueRules = ['set766', 'original', 'current', 'date'] as const;
export type DueRule = (typeof dueRules)[number];

/** How the end lies to the due moment when only dates are compared (II.06a). Without a due moment: on the same day. */
export type DayComparison = 'early' | 'same-day' | 'late';

/** What conditions of measures may ask for. */
export interface IntervalAttributes extends DocumentAttributes {
  readonly channel: string;
  readonly serviceLevel: string;
  readonly noDue: boolean;
  /** Ended late by the rule. */
  readonly late766: boolean;
  readonly lateOriginal: boolean;
  readonly lateCurrent: boolean;
  /** null: not ended. */
  readonly dayComparison: DayComparison | null;
  /** Why it was overdue; null: no overdue cause counts here. */
  readonly cause: OverdueCauseCode | null;
}

/**
 * A dossier while one unit was responsible for it: the row that is counted. Most dossiers have one responsibility interval; each reassignment that
 * falls between receipt and end adds one. Everything that is ever counted about a responsibility interval is a function of these columns alone.
 */
export interface ResponsibilityInterval extends IntervalAttributes {
  readonly timeZone: string;
  readonly unit: string;
  readonly path: readonly string[];
  readonly kind: string;
  readonly procedure: string;
  readonly field: string;
  /** Receipt, or the moment responsibility came; null: not received, and nothing is counted. */
  readonly openFrom: Instant | null;
  /** End (never before the receipt), or the moment responsibility went; null: still open here. */
  readonly openTo: Instant | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** From when the responsibility interval is overdue by each rule; null: never as things stand. */
  readonly breach766: Instant | null;
  readonly breachOriginal: Instant | null;
  readonly breachCurrent: Instant | null;
  readonly breachDate: Instant | null;
  /** When the due moment passed on which `cause` is the overdue cause. */
  readonly judgedAt: Instant | null;
}
