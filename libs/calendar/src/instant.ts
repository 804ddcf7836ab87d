/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const MINUTE_MS = 60_000;

/** Cuts a moment to its whole minute: 10:00:59.999 → 10:00:00.000. */
export function toMinute(at: Instant): Instant {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
