import type { WorkingCalendar } from '@motcua/calendar';
import type { Instant, Limit, SlaPause } from '../vocabulary.ts';

/** Why a dossier was, or was shown, overdue. */
export type OverdueCauseCode = 'real' | 'sync-lag' | 'late-click' | 'waiting-citizen' | 'configuration' | 'calendar';

/** An event of the dossier: when it happened, when the system learnt of it. */
export interface Touch {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

export interface OverdueContext {
  /** In the version the dossier carries now. */
  readonly calendar: WorkingCalendar;
  readonly receivedAt: Instant;
  /** currentDue, and the first instant that is late by it. */
  readonly due: Instant;
  readonly lateFrom: Instant;
  /** The limit promised at receipt; null: none is known, or its due was supplied. */
  readonly limit: Limit | null;
  /** The procedure's limit on the day of receipt; null: none is known. */
  readonly procedureLimit: Limit | null;
  readonly pauses: readonly SlaPause[];
  /** currentDue before the last change of the calendar moved it; null: none did. */
  readonly dueBeforeCalendarChange: Instant | null;
  readonly endedAt: Instant | null;
  /** When the system learnt of the end; null: not ended. */
  readonly endRecordedAt: Instant | null;
  /** The moment of the judgement. */
  readonly now: Instant;
  /** Its events, in any order; those recorded at once need not be given. */
  readonly touches: readonly Touch[];
  /** How many minutes after it happened an event may be recorded before the click counts as late. */
  readonly toleranceMinutes: number;
}

/** What a rule compared, for the person who reads the overdue cause: moments as ISO text, amounts in working minutes. */
export type Explanation = Record<string, string | number | null>;

export interface OverdueCause {
  readonly cause: OverdueCauseCode;
  /** The rule that decided. */
  readonly rule: string;
  readonly explanation: Explanation;
}

/** When it ended, or, while it runs, the moment of the judgement: what is held against due. */
export const toReckoned = ({ endedAt, now }: OverdueContext): Instant => endedAt ?? now;

export const toText = (at: Instant): string => new Date(at).toISOString();
