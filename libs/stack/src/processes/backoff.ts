const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** Whoever ran this long was healthy: the next death starts counting anew. */
const HEALTHY_AFTER_MS = 60_000;

export interface Backoff {
  /** How long to wait before the next start, after a life of `livedMs`. */
  next(livedMs: number): number;
}

/** Half a second, doubled with each death in a row, at most half a minute. */
export function createBackoff(): Backoff {
  let deaths = 0;
  return {
    next(livedMs) {
      deaths = livedMs >= HEALTHY_AFTER_MS ? 0 : deaths;
      const delayMs = Math.min(FIRST_MS * 2 ** deaths, LONGEST_MS);
      deaths += 1;
      return delayMs;
    },
  };
}
