/**
 * Calls `onStall` once if `touch` has not been called for `timeoutMs`. A client whose fetch loop hangs raises no error and
 * keeps its heartbeats, so its partitions would stand still for ever.
 */
export class ProgressWatchdog {
  #lastProgressAt = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly timeoutMs: number,
    private readonly onStall: (silentForMs: number) => void,
  ) {}

  start(): void {
    this.touch();
    this.#timer = setInterval(() => {
      this.#check();
    }, this.timeoutMs / 4);
    this.#timer.unref();
  }

  touch(): void {
    this.#lastProgressAt = performance.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #check(): void {
    const silentForMs = performance.now() - this.#lastProgressAt;
    if (silentForMs < this.timeoutMs) return;
    this.stop();
    this.onStall(silentForMs);
  }
}
