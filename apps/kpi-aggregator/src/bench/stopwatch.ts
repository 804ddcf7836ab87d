/** Counts events from the first to the last, so that joining a group and creating pools is not measured. */
export class Stopwatch {
  readonly #wanted: number;
  #startedAt: number | undefined;
  #endedAt = 0;
  #counted = 0;
  #resolve: () => void = () => undefined;
  /** Resolves when all wanted events are counted. */
  readonly done: Promise<void>;

  constructor(wanted: number) {
    this.#wanted = wanted;
    this.done = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** The first event is at hand. */
  begin(): void {
    this.#startedAt ??= performance.now();
  }

  count(events: number): void {
    this.#counted += events;
    this.#endedAt = performance.now();
    if (this.#counted >= this.#wanted) this.#resolve();
  }

  eventsPerSecond(): number {
    return Math.round((this.#counted * 1000) / (this.#endedAt - (this.#startedAt ?? 0)));
  }
}
