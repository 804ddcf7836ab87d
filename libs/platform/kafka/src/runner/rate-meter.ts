const bucketMs = 1_000;
const buckets = 10;

/** Events a second over the last ten seconds. */
export class RateMeter {
  readonly #counts = new Map<number, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  add(count: number): void {
    const bucket = this.#bucket();
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + count);
    for (const old of this.#counts.keys()) if (old <= bucket - buckets) this.#counts.delete(old);
  }

  perSecond(): number {
    const bucket = this.#bucket();
    const recent = [...this.#counts].filter(([at]) => at > bucket - buckets);
    return recent.reduce((sum, [, count]) => sum + count, 0) / ((buckets * bucketMs) / 1_000);
  }

  #bucket(): number {
    return Math.floor(this.now() / bucketMs);
  }
}
