import type { Told } from '../notices/teller.ts';
import { sendDigests, type DigestParts } from './send-digests.ts';

export interface DigestJobOptions extends DigestParts {
  readonly onTold: (told: Told) => void;
  readonly onError: (error: unknown) => void;
  /** Default 15,000. */
  readonly everyMs?: number;
}

/** Looks again and again whether a unit has opened. */
export class DigestJob {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = true;

  constructor(private readonly options: DigestJobOptions) {}

  start(): void {
    this.#isStopped = false;
    this.#next(0);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #next(afterMs: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#send().finally(() => {
        this.#next(this.options.everyMs ?? 15_000);
      });
    }, afterMs);
  }

  async #send(): Promise<void> {
    try {
      for (const told of await sendDigests(this.options)) this.options.onTold(told);
    } catch (error) {
      this.options.onError(error);
    }
  }
}
