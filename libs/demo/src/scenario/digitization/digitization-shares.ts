/**
 * The source article: digitization "above 52 %" of what was finished in the ten months. 52.3 is ours, for "above" has no figure; so
 * are the shares of the offices: an online dossier has little to scan, and the district has better scanners than the communes. What is left
 * to reach the article's figure, the counters of the communes have digitized.
 */
export const digitizationShares = {
  whole: 0.523,
  district: { online: 0.96, counter: 0.82 },
  commune: { online: 0.9 },
  /** Of what counters of communes have not digitized: the papers are scanned, and the result was forgotten. */
  onlyResultMissing: 0.04,
} as const;

/** Dossiers whose result is stored here as a file, not in the old archive. */
export const STORED_DOSSIERS = 12;
