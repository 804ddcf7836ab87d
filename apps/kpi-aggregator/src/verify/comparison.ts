import type { VerifyDifference } from '@motcua/contracts';

/** A place in an event log: everything up to it has to be projected. */
export interface LogPlace {
  readonly xid: string;
  readonly position: string;
}

/** Where the logs of all streams stood when a verification began. */
export interface LogPlaces {
  readonly events: LogPlace;
  /** undefined: there is no log of overdue causes here. */
  readonly causes: LogPlace | undefined;
  /** undefined: there is no log of documents here. */
  readonly documents: LogPlace | undefined;
  /** undefined: there is no log of ratings here. */
  readonly ratings?: LogPlace | undefined;
  /** undefined: there is no log of institutional figures here. */
  readonly institutional?: LogPlace | undefined;
}

/** Before everything there is. */
export const LOG_START: LogPlace = { xid: '0', position: '0' };

export interface Comparison {
  /** How many things were compared. */
  readonly checked: number;
  readonly found: number;
  /** At most 100 of those found. */
  readonly differences: readonly VerifyDifference[];
}
