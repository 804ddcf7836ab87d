import type { VerifyDifference } from '@motcua/contracts';

/** A place in intake's event log: everything up to it has to be projected. */
export interface LogPlace {
  readonly xid: string;
  readonly position: string;
}

export interface Comparison {
  /** How many things were compared. */
  readonly checked: number;
  readonly found: number;
  /** At most 100 of those found. */
  readonly differences: readonly VerifyDifference[];
}
