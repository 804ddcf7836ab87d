/** How often something happened in its window by now, this time among them, and how long the window still lasts. */
export interface Counted {
  readonly current: number;
  /** Milliseconds. */
  readonly ttl: number;
}

/** Counts requests. Never fails: a limit that cannot be kept must not close the door. */
export interface LimitStore {
  count(key: string, windowMs: number): Promise<Counted>;
}

const maxEntries = 20_000;

/** Counts in this process. */
export class LocalLimits implements LimitStore {
  readonly #windows = new Map<string, { current: number; endsAt: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  count(key: string, windowMs: number): Promise<Counted> {
    const now = this.now();
    const known = this.#windows.get(key);
    const window = known !== undefined && known.endsAt > now ? known : { current: 0, endsAt: now + windowMs };
    window.current += 1;
    // The one that was begun longest ago goes first, so that somebody with many keys fills no memory.
    if (window !== known) this.#begin(key, window);
    return Promise.resolve({ current: window.current, ttl: window.endsAt - now });
  }

  #begin(key: string, window: { current: number; endsAt: number }): void {
    this.#windows.delete(key);
    this.#windows.set(key, window);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > maxEntries && oldest !== undefined) this.#windows.delete(oldest);
  }
}
