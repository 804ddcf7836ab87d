import type { Instant, Limit, PauseRule } from '@motcua/calendar';

export type { Instant, Limit };

/**
 * acceptance: an online submission is accepted or refused; transfer: a received dossier is handed to the handling unit; step: the
 * step in hand; dossier: the whole dossier; apology: the last moment at which an apology with a new appointment is lawful; promise: the
 * moment promised in an apology for being late.
 */
export type SlaClock = 'acceptance' | 'transfer' | 'step' | 'dossier' | 'apology' | 'promise';

/** Whom an escalation step alerts, by role in the unit that has the dossier. */
export type SlaAudience = 'counter-officer' | 'specialist' | 'head' | 'head-above';

/** normal: waits for the unit's next opening; high: is sent at any hour. */
export type Urgency = 'normal' | 'high';

/** When an escalation step is reached, counted from its clock's start and due. */
export type EscalationMoment =
  | { readonly kind: 'share'; readonly of: number }
  | { readonly kind: 'before'; readonly limit: Limit }
  | { readonly kind: 'breach' }
  | { readonly kind: 'after'; readonly limit: Limit };

/** One step of the escalation policy of warnings. */
export interface EscalationStep {
  readonly id: string;
  readonly at: EscalationMoment;
  readonly tell: readonly SlaAudience[];
  readonly urgency: Urgency;
}

/** A clock that a rule set runs, with its escalation policy. */
export interface ClockRule {
  readonly clock: SlaClock;
  /** Of `transfer` alone: the limit, from the next working day's opening on, where the dossier came at the same-day cut-off or later. */
  readonly limitAfterCutOff?: Limit | undefined;
  readonly rungs: readonly EscalationStep[];
}

/** An interval in which the clock stood; `to: null` while it stands. */
export interface SlaPause {
  readonly reason: 'supplement' | 'payment' | 'withdrawal';
  readonly rule: PauseRule;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** The dossier's event that brought a state about. */
export interface Cause {
  /** Its short name, for example `extended`. */
  readonly name: string;
  readonly occurredAt: Instant;
}

/** Of a dossier's state after an event, what its clocks follow from. */
export interface SlaDossier {
  /** National status code, 1–10. */
  readonly status: number;
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly limit: Limit | null;
  readonly originalDue: Instant | null;
  readonly currentDue: Instant | null;
  /** The first instant at which it is late by `currentDue` (the snapshot's `lateFrom.current`). */
  readonly lateFrom: Instant | null;
  readonly dueSupplied: boolean;
  readonly pauses: readonly SlaPause[];
  /** Before receipt: in which the acceptance waited for the citizen. */
  readonly submissionPauses: readonly SlaPause[];
  readonly extensionCount: number;
  /** The latest for being late; null: none was given. */
  readonly apology: { readonly at: Instant; readonly promised: Instant } | null;
  readonly endedAt: Instant | null;
}
