/** What a bulk body may cost. */
export interface BulkLimits {
  /** Bytes, on the way as well as unpacked. */
  readonly bodyBytes: number;
  /** Unpacked bytes for each packed one. */
  readonly compressionRatio: number;
  /** Milliseconds in which at least one byte comes, while somebody waits for it. */
  readonly silenceMs: number;
}

/** A short body may well be packed more tightly; what it unpacks to is no burden. */
export const RATIO_COUNTS_FROM_BYTES = 1_048_576;
