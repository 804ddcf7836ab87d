import type { CliError } from '@motcua/terminal';

const TIMEOUT_MS = 120_000;

/** Loses patience when the same is seen for two minutes, or as long as told. */
export function createRetryDeadline(retryDeadlineMs = TIMEOUT_MS): {
  isStill: (seen: unknown, toFailure: () => CliError) => void;
} {
  let last: unknown;
  let movedAt = Date.now();
  return {
    isStill(seen, toFailure) {
      if (seen !== last) movedAt = Date.now();
      last = seen;
      if (Date.now() - movedAt > retryDeadlineMs) throw toFailure();
    },
  };
}
