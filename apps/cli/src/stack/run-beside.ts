import { setTimeout as delay } from 'node:timers/promises';

/** What runs beside the services and does not end on its own is left behind. */
const END_WITHIN_MS = 5_000;

/** The board and the counters of today: what runs beside the services until it is told to end. */
export interface Beside {
  /** Its failure is said, and stops nothing else. */
  run(what: string, work: (signal: AbortSignal) => Promise<unknown>): void;
  /** Tells all of it to end and waits, but not for ever. */
  end(): Promise<void>;
}

export function createBeside(signal: AbortSignal, say: (text: string) => void): Beside {
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const running: Promise<unknown>[] = [];
  return {
    run(what, work) {
      const report = (error: unknown): void => {
        if (!either.aborted) say(`${what} stopped: ${error instanceof Error ? error.message : String(error)}`);
      };
      running.push(work(either).catch(report));
    },
    async end() {
      ended.abort();
      await Promise.race([Promise.all(running), delay(END_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
