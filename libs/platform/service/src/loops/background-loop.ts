import type { HealthReport } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import { setTimeout as delay } from 'node:timers/promises';

export interface LoopOptions {
  readonly name: string;
  /** One turn; answers how long to rest before the next, in milliseconds. */
  readonly turn: () => Promise<number>;
  readonly logger: Logger;
}

const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;
/** A service has five seconds to stop, loops the first of them; a turn that hangs on a dead database is left to its fate. */
const STOP_GRACE_MS = 1_500;

/** Repeats a piece of work until it is stopped. A turn that fails is told of and tried again, a little later each time. */
export class BackgroundLoop {
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #failure: unknown;
  #wakeBy = Infinity;
  #shortened = new AbortController();

  constructor(private readonly options: LoopOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** What the last turn failed with; undefined: it did not. */
  get failure(): unknown {
    return this.#failure;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** There may be work: the rest ends within this time, or before. Told during a turn it counts for the rest behind it. */
  wake(withinMs = 0): void {
    const by = performance.now() + withinMs;
    if (by >= this.#wakeBy) return;
    this.#wakeBy = by;
    this.#shortened.abort();
    this.#shortened = new AbortController();
  }

  /** Lets the turn in hand end. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const waiting = new AbortController();
    const grace = delay(STOP_GRACE_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
    await Promise.race([this.#running, grace]);
    waiting.abort();
  }

  async #run(): Promise<void> {
    let backoffMs = FIRST_BACKOFF_MS;
    while (!this.#isStopping()) {
      try {
        this.#wakeBy = Infinity;
        const restMs = await this.options.turn();
        backoffMs = FIRST_BACKOFF_MS;
        this.#failure = undefined;
        if (restMs > 0) await this.#restUntilWoken(restMs);
      } catch (err) {
        if (this.#isStopping()) return;
        this.#failure = err;
        this.options.logger.warn({ err, loop: this.options.name, backoffMs }, 'a background turn failed and is tried again');
        await this.#rest(backoffMs);
        backoffMs = Math.min(LONGEST_BACKOFF_MS, backoffMs * 2);
      }
    }
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #restUntilWoken(ms: number): Promise<void> {
    const until = performance.now() + ms;
    while (!this.#isStopping()) {
      const leftMs = Math.min(until, this.#wakeBy) - performance.now();
      if (leftMs <= 0) return;
      await this.#rest(leftMs, this.#shortened.signal);
    }
  }

  /** Ends at once when the loop is to stop. */
  async #rest(ms: number, ...signals: readonly AbortSignal[]): Promise<void> {
    const signal = AbortSignal.any([this.#stopping.signal, ...signals]);
    await delay(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** Not ready while the last turn of one of them failed, by name. */
export function reportLoops(loops: readonly BackgroundLoop[]): HealthReport {
  const failing = loops.filter(({ failure }) => failure !== undefined).map(({ name }) => name);
  return failing.length === 0 ? { ready: true } : { ready: false, reason: `failing and tried again: ${failing.join(', ')}` };
}
