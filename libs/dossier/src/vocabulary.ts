import type { Instant, Limit } from '@motcua/calendar';

export type { Instant, Limit };

/** How the dossier reached the one-stop shop. */
export type Channel = 'in-person' | 'online' | 'postal' | 'phone' | 'other';

/** How much of the procedure can be done online. */
export type ServiceLevel = 'full' | 'partial' | 'none';

/** Why the clock stands. */
export type PauseReason = 'supplement' | 'payment' | 'withdrawal';

export type PauseRule = 'subtract' | 'restart';

/** What ended the dossier. */
export type EndedBy = 'processed' | 'returned' | 'stopped' | 'refused' | 'withdrawn';

export type UnitKind = 'province' | 'district-office' | 'commune' | 'department';

/** A data-quality finding: kept with the dossier, never a reason to turn an event away. */
export type Finding = 'ended-before-received' | 'second-supplement' | 'event-after-end' | 'out-of-order' | 'unknown-officer';

/**
 * What the officer whom a command names is to the unit that will have the dossier, on that day: of its staff, a stranger to it, or
 * nobody can say, because nobody at all is entered for it.
 */
export type OfficerStanding = 'staff' | 'stranger' | 'unstaffed';

/** A unit as it stood at a moment: its path runs from the root down to itself. */
export interface ResponsibleUnit {
  readonly code: string;
  readonly path: readonly string[];
  readonly kind: UnitKind;
}

/** What the catalogue says of a procedure on the day that counts. */
export interface ProcedureTerms {
  readonly code: string;
  readonly field: string;
  readonly serviceLevel: ServiceLevel;
  readonly levels: readonly UnitKind[];
  readonly limit: Limit | null;
  readonly maxLimit: Limit | null;
}

/** The rules of the legal period in which the dossier was received. */
export interface RuleSet {
  readonly code: string;
  readonly pauseRules: Readonly<Record<PauseReason, PauseRule>>;
  readonly maxSupplementRequests: number;
  readonly maxExtensions: number;
  readonly extensionNoticeHours: number;
  /** For so many minutes after a day's opening a live command may still be about the working day before; absent: an hour. */
  readonly backdateToleranceMinutes?: number | undefined;
}

/** What can happen to a dossier: the names of its events. */
export type DossierEventName =
  | 'submitted'
  | 'received'
  | 'refused'
  | 'transferred'
  | 'supplement-requested'
  | 'supplement-received'
  | 'payment-requested'
  | 'payment-made'
  | 'extended'
  | 'apologised'
  | 'redated'
  | 'withdrawal-requested'
  | 'stopped'
  | 'processed'
  | 'returned'
  | 'reassigned'
  | 'corrected'
  | 'reverted';
