import type { Violation } from '../oracle/violation.ts';

/** What became of one schedule: a line of the evidence. */
export interface ScheduleResult {
  readonly seed: number;
  /** The class that led: with the seed it makes the same schedule again. */
  readonly led: string;
  /** When it began. */
  readonly at: string;
  readonly faults: readonly {
    readonly name: string;
    readonly target: string;
    /** How often it was seen to have struck; 0: it missed, and is not counted. */
    readonly struck: number;
    /** Where a standby took over: how long after the death. */
    readonly takeoverMs?: number;
  }[];
  /** What waited for a processor at its end, for each there is: the system's average of a minute. Absent: of before it was written down. */
  readonly load?: number;
  /** Commands that were acknowledged in it. */
  readonly commands: number;
  /** From when all was healed and people had finished, at least two seconds later, until all was as it had been promised; null: it never was. */
  readonly catchUpMs: number | null;
  /** What the oracle had before it, of the whole life of the stack; absent: it saw nothing. */
  readonly seen?:
    { readonly events: number; readonly alerts: number; readonly notices: number; readonly mails: number } | undefined;
  /** Mails that came again within the documented window: their sender was lost between the answer and its row. */
  readonly repeatedMails: number;
  readonly violations: readonly Violation[];
}
