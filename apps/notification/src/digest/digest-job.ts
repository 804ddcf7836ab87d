import type { Told } from '../notices/teller.ts';
import { sendDigests, type DigestParts } from './send-digests.ts';

export interface DigestJobOptions extends DigestParts {
  readonly onTold: (told: Told) => void;
  readonly onError: (error: unknown) => void;
  /** Default 15,000. */
  readonly everyMs?: number;
}

/** While digests wait for the log. */
const WAITING_MS = 1_000;

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
        const { everyMs = 15_000, gate } = this.options;
        this.#next(gate.waiting.units > 0 ? Math.min(everyMs, WAITING_MS) : everyMs);
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
