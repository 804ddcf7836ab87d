/**
 * How long the oldest write transaction has been open. Only the snapshot tells it to a role without privileges: as long as `xmin`
 * does not move although higher ids were given out, one transaction holds it.
 */
export class HorizonWatch {
  #xmin = -1n;
  #since = 0;

  /** @returns its age in ms as far as it was watched; 0 when no write transaction is open */
  observe(xmin: bigint, xmax: bigint, nowMs: number): number {
    if (xmin !== this.#xmin) {
      this.#xmin = xmin;
      this.#since = nowMs;
    }
    return xmin < xmax ? nowMs - this.#since : 0;
  }
}
