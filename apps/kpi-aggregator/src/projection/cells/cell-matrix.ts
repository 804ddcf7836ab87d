import { measureIds } from '@motcua/indicators';

const WIDTH = measureIds.length;

/** Buckets lie within ±2^20 (2,800 years of days), lines below 2^31: together below 2^53. */
const BUCKETS = 2 ** 21;
const toKey = (line: number, bucket: number): number => line * BUCKETS + bucket + BUCKETS / 2;
const toLine = (key: number): number => Math.floor(key / BUCKETS);
const toBucket = (key: number): number => (key % BUCKETS) - BUCKETS / 2;

/** Changes of cells by line and bucket, all numbers in one growing array: an object a cell kept the garbage collector busy. */
export class CellMatrix {
  readonly #rows = new Map<number, number>();
  #values = new Int32Array(256 * WIDTH);

  /** Adds to the measures at `indices` of a cell the `values` of the same places. */
  add(line: number, bucket: number, indices: readonly number[], values: Int32Array, from = 0): void {
    const at = this.#rowOf(toKey(line, bucket)) * WIDTH;
    for (const index of indices) this.#values[at + index] = (this.#values[at + index] ?? 0) + (values[from + index] ?? 0);
  }

  /** Calls `visit` for each cell in which something changes, in the order of line and bucket. */
  forEach(visit: (line: number, bucket: number, values: Int32Array, at: number) => void): void {
    const keys = Float64Array.from(this.#rows.keys()).sort();
    for (const key of keys) {
      const at = (this.#rows.get(key) ?? 0) * WIDTH;
      if (this.#isChanged(at)) visit(toLine(key), toBucket(key), this.#values, at);
    }
  }

  #isChanged(at: number): boolean {
    for (let index = at; index < at + WIDTH; index += 1) if (this.#values[index] !== 0) return true;
    return false;
  }

  #rowOf(key: number): number {
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = this.#rows.size;
    this.#rows.set(key, row);
    if ((row + 1) * WIDTH > this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    return row;
  }
}
