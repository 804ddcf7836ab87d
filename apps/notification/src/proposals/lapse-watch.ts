import type { Told } from '../notices/teller.ts';
import { tellLapsed, type LapseParts } from './tell-lapsed.ts';

export interface LapseWatchOptions extends LapseParts {
  readonly onTold: (told: Told) => void;
  readonly onError: (error: unknown) => void;
  /** Default 60,000: terms are of days. */
  readonly everyMs?: number;
}

/** While the log is being read. */
const WAITING_MS = 1_000;

/** Looks again and again whether the term of a proposal has passed. */
export class LapseWatch {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = true;
  #wantedAt: number | undefined;

  constructor(private readonly options: LapseWatchOptions) {}

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
      this.#running = this.#look().finally(() => {
        const { everyMs = 60_000 } = this.options;
        this.#next(this.#wantedAt === undefined ? everyMs : Math.min(everyMs, WAITING_MS));
      });
    }, afterMs);
  }

  async #look(): Promise<void> {
    try {
      const { told, wantedAt } = await tellLapsed(this.options, this.#wantedAt);
      this.#wantedAt = wantedAt;
      if (told !== undefined) this.options.onTold(told);
    } catch (error) {
      this.options.onError(error);
    }
  }
}
