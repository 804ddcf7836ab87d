export interface LedgerRow {
  readonly when: string;
  readonly mark: string;
  readonly what: string;
  /** Shown dimmed: it counts nothing. */
  readonly quiet?: boolean;
}
