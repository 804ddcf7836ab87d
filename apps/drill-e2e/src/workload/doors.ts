/** Of all counters at once: while they are shut, nobody begins anything. */
export class Doors {
  readonly #busy = new Set<Promise<unknown>>();
  #opened: Promise<void> | undefined;

  /** Waits while the doors are shut, then does the work. Whoever is inside does not come in again: they would wait for themselves. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    while (this.#opened !== undefined) await this.#opened;
    const begun = work();
    this.#busy.add(begun);
    try {
      return await begun;
    } finally {
      this.#busy.delete(begun);
    }
  }

  /** Resolves when everybody who was inside has finished. @returns opens the doors again */
  async shut(): Promise<() => void> {
    while (this.#opened !== undefined) await this.#opened;
    let open: () => void = () => undefined;
    this.#opened = new Promise((resolve) => (open = resolve));
    await Promise.allSettled(this.#busy);
    return () => {
      this.#opened = undefined;
      open();
    };
  }
}
