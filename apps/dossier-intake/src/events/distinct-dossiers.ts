const HALF_BITS = 8;
const FIRST_CAPACITY = 1_024;
const FILLED_AT_MOST = 0.5;

/**
 * Counts distinct dossiers in 16 bytes each, where a set of their ids would take some hundred: an upload may be about millions.
 * Of an id, which is a hash itself, 64 bits are kept; two of a million dossiers are taken for one in one upload of some 10⁷.
 */
export class DistinctDossiers {
  #high = new Uint32Array(FIRST_CAPACITY);
  #low = new Uint32Array(FIRST_CAPACITY);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** @param id a UUID made of a hash */
  add(id: string): void {
    const digits = id.replaceAll('-', '');
    // The version and variant digits (12, 16) lie outside both halves. Zero marks an empty place.
    const high = Number.parseInt(digits.slice(0, HALF_BITS), 16);
    const low = Number.parseInt(digits.slice(-HALF_BITS), 16) || 1;
    if (!this.#put(high, low)) return;
    this.#count += 1;
    if (this.#count > this.#low.length * FILLED_AT_MOST) this.#grow();
  }

  #put(high: number, low: number): boolean {
    const mask = this.#low.length - 1;
    let at = (high ^ low) & mask;
    for (; this.#low[at] !== 0; at = (at + 1) & mask) if (this.#low[at] === low && this.#high[at] === high) return false;
    this.#high[at] = high;
    this.#low[at] = low;
    return true;
  }

  #grow(): void {
    const high = this.#high;
    const low = this.#low;
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(low.length * 2);
    low.forEach((half, at) => {
      if (half !== 0) this.#put(high[at] ?? 0, half);
    });
  }
}
