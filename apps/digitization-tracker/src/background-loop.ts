import type { Logger } from '@motcua/observability';

export interface LoopOptions {
  readonly name: string;
  /** One turn; answers how long to rest before the next, in milliseconds. */
  readonly turn: () => Promise<number>;
  readonly logger: Logger;
}

const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;
/** A service has five seconds to stop; a turn that hangs on a dead broker or database is left to its fate. */
const STOP_GRACE_MS = 2_500;

/** Repeats a piece of work until it is stopped. A turn that fails is told of and tried again, a little later each time. */
export class BackgroundLoop {
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #failure: unknown;

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

  /** Lets the turn in hand end. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_GRACE_MS);
    });
    await Promise.race([this.#running, grace]);
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    let backoffMs = FIRST_BACKOFF_MS;
    while (!this.#isStopping()) {
      try {
        const restMs = await this.options.turn();
        backoffMs = FIRST_BACKOFF_MS;
        this.#failure = undefined;
        if (restMs > 0) await this.#rest(restMs);
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

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const { signal } = this.#stopping;
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    });
  }
}
