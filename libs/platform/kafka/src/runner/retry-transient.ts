import { setTimeout as delay } from 'node:timers/promises';
import { classifyError } from '../projection/classify-error.ts';

export interface TransientRetry {
  /** After so long the last error is let through. Default 45 s, below the client's progress watchdog. */
  readonly maxElapsedMs: number;
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

export const defaultTransientRetry: TransientRetry = { maxElapsedMs: 45_000, firstDelayMs: 20, maxDelayMs: 1_000 };

/** Full jitter: anything up to the doubled delay, so that members that failed together do not return together. */
export const toBackoffMs = (attempt: number, { firstDelayMs, maxDelayMs }: TransientRetry, random: number): number =>
  Math.min(maxDelayMs, firstDelayMs * 2 ** attempt) * (0.5 + random / 2);

/** Runs `work` again while it fails for reasons that pass. `onRetry` runs before each further attempt; if it rejects, that ends it. */
export async function retryTransient<Result>(
  work: () => Promise<Result>,
  onRetry: (error: unknown, attempt: number) => Promise<void>,
  limits: TransientRetry = defaultTransientRetry,
): Promise<Result> {
  const startedAt = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (classifyError(error) !== 'transient' || performance.now() - startedAt > limits.maxElapsedMs) throw error;
      await delay(toBackoffMs(attempt, limits, Math.random()));
      await onRetry(error, attempt);
    }
  }
}
