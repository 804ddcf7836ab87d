import type { Instant, SlaClock } from './vocabulary.ts';

/** What a clock should run to, as a state of the dossier has it. */
export interface ClockTarget {
  readonly clock: SlaClock;
  readonly state: 'running' | 'paused' | 'closed';
  readonly startedAt: Instant;
  /** null: it stands. */
  readonly due: Instant | null;
  /** Of the dossier's clock: due without extensions. */
  readonly originalDue: Instant | null;
  /** The first instant at which it is breached; null: it stands, or (apology) it lapses and cannot be breached. */
  readonly lateFrom: Instant | null;
  /** Working minutes of the whole limit, of which shares are taken; null: it stands. */
  readonly limitMinutes: number | null;
  readonly closedAt: Instant | null;
  /** Of the step's clock: the step in hand. */
  readonly step: string | null;
}

/** An escalation step that is still to come. */
export interface ScheduledEscalation {
  readonly rung: string;
  readonly at: Instant;
  /** before due, at the breach, after it: the first is `due-soon`, the others are `breached`. */
  readonly kind: 'before' | 'breach' | 'after';
  /** Working minutes left until due at that moment; negative: past it. */
  readonly remainingMinutes: number;
}

/** A clock as it is kept: one generation of it. */
export interface ScheduledClock extends ClockTarget {
  /** Grows whenever what it runs to changes; escalation steps of an earlier generation never fire. */
  readonly generation: number;
  /** When the event occurred that made this generation: nothing before it is warned of. */
  readonly scheduledAt: Instant;
  /** Short name of that event. */
  readonly because: string;
  /** The escalation steps to come, in the order they are reached; of equal moments the higher is the later one. Whoever fires takes them away. */
  readonly schedule: readonly ScheduledEscalation[];
  /**
   * The moment of the breach (`lateFrom`), set by whoever fires the breach or an escalation step after it, or by `scheduleClock` where the clock was closed
   * late; null: not breached, or not fired yet.
   */
  readonly breachedAt: Instant | null;
}
