/**
 * How many dossiers of a unit or field were received, handed over, handled and left in a period: everything that report II.06 is filled in with,
 * and nothing added up. `handedIn` and `handedOut` are dossiers for which responsibility came or went while the period ran; what came with the very
 * midnight that begins it is carried over.
 */
export interface HandlingCounts {
  readonly receivedOnline: number;
  readonly receivedOtherwise: number;
  readonly carriedOver: number;
  readonly handedIn: number;
  readonly handedOut: number;
  /** Finished and open together, as they are counted and not as they add up. */
  readonly accounted: number;
  readonly finished: number;
  readonly finishedEarly: number;
  readonly finishedOnTime: number;
  readonly finishedLate: number;
  readonly open: number;
  readonly openWithin: number;
  readonly openOverdue: number;
}

export type HandlingCount = keyof HandlingCounts;

/** Counts of one row: a field, or an agency. */
export interface HandlingRow {
  readonly key: string;
  readonly counts: HandlingCounts;
}

export const handlingCountNames = [
  'receivedOnline',
  'receivedOtherwise',
  'carriedOver',
  'handedIn',
  'handedOut',
  'accounted',
  'finished',
  'finishedEarly',
  'finishedOnTime',
  'finishedLate',
  'open',
  'openWithin',
  'openOverdue',
] as const satisfies readonly HandlingCount[];

/** Where nothing is counted. */
export const nothingHandled: HandlingCounts = {
  receivedOnline: 0,
  receivedOtherwise: 0,
  carriedOver: 0,
  handedIn: 0,
  handedOut: 0,
  accounted: 0,
  finished: 0,
  finishedEarly: 0,
  finishedOnTime: 0,
  finishedLate: 0,
  open: 0,
  openWithin: 0,
  openOverdue: 0,
};
