/** What the oracle said of a bug first. */
export interface Naming {
  readonly promise: string;
  readonly seed: number;
  /** In the oracle's words. */
  readonly what: string;
}

/** How a planted bug was named the last time. */
export interface KnownOutcome {
  readonly bug: string;
  /** When it was looked at. */
  readonly at: string;
  readonly naming: Naming | null;
}
