import { createHash } from 'node:crypto';
import type { LiveMessage } from '@motcua/contracts';
import type { Instant } from '@motcua/indicators';

/** A live message and the name of what it shows: two with one id show the same figures, whichever instance made them. */
export interface LiveState {
  readonly id: string;
  readonly message: LiveMessage;
}

export type LiveListener = (state: LiveState) => void;

export interface LiveSource {
  /** Reads the board as it is now. */
  read(now: Instant): Promise<LiveMessage>;
}

export interface LiveBoardOptions {
  readonly source: LiveSource;
  /** Re-read so often even if nothing woke it: a wake-up may be lost. Default 5,000. */
  readonly rereadMs?: number;
  readonly onError: (error: unknown) => void;
}

export const REREAD_MS = 5_000;

/** setTimeout takes no longer waits. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/**
 * One board, read once for all who watch it: when woken, when the next due moment passes, and every few seconds. Listeners hear
 * only of boards that show something else than the last one.
 */
export class LiveBoard {
  readonly #options: LiveBoardOptions;
  readonly #listeners = new Set<LiveListener>();
  #state: LiveState | undefined;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;
  #isStale = false;

  constructor(options: LiveBoardOptions) {
    this.#options = options;
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  /** The board as it is, freshly read, and every other one from then on. Call the answer's `stop` to leave. */
  async watch(listener: LiveListener): Promise<{ state: LiveState; stop: () => void }> {
    this.#listeners.add(listener);
    const stop = (): void => {
      this.#listeners.delete(listener);
      if (!this.isWatched) clearTimeout(this.#timer);
    };
    try {
      await this.wake();
    } catch (error) {
      stop();
      throw error;
    }
    if (this.#state === undefined) throw new Error('A live board was read and shows nothing.');
    return { state: this.#state, stop };
  }

  /** Reads again; while a reading is under way, once more after it. Rejects when the reading that serves this call fails. */
  wake(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readWhileStale().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readWhileStale(): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        this.#show(await this.#options.source.read(Date.now()));
      }
    } finally {
      this.#schedule();
    }
  }

  #show(message: LiveMessage): void {
    const { rows, period, parked } = message.board;
    const id = createHash('sha256')
      .update(JSON.stringify([rows, period, parked]))
      .digest('base64url')
      .slice(0, 22);
    const isNew = id !== this.#state?.id;
    this.#state = { id, message };
    if (isNew) for (const listener of this.#listeners) listener(this.#state);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!this.isWatched) return;
    const next = this.#state?.message.nextChangeAt ?? null;
    const untilNext = next === null ? Infinity : Math.max(Date.parse(next) - Date.now(), 0) + 1;
    const wait = Math.min(untilNext, this.#options.rereadMs ?? REREAD_MS, LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => {
      this.wake().catch(this.#options.onError);
    }, wait);
  }
}
