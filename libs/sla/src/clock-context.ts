import type { WorkingCalendar } from '@motcua/calendar';
import type { ClockRule, Limit } from './vocabulary.ts';

/** A step of a procedure: the first starts at receipt, each hand-over starts the next. */
export interface ProcedureStep {
  readonly code: string;
  readonly limit: Limit;
}

/** What a clock is counted with: the calendar and the rule set the dossier carries, and the steps of its procedure. */
export interface ClockContext {
  readonly calendar: WorkingCalendar;
  readonly acceptanceLimit: Limit;
  readonly extensionNoticeHours: number;
  readonly maxExtensions: number;
  /** Only these clocks run. */
  readonly clocks: readonly ClockRule[];
  readonly steps?: readonly ProcedureStep[] | undefined;
}
