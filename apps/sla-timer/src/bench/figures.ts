/** What is measured of each way to keep timers. */
export interface TimerFigures {
  /** Bytes a timer that waits: of the table with its indexes, or of the server's memory. */
  readonly bytes: number;
  /** Timers scheduled, rescheduled, fired a second. */
  readonly schedule: number;
  readonly reschedule: number;
  readonly drain: number;
  /** From the moment of an escalation step until it fired: of a hundred, the last but one. */
  readonly lagP99Ms: number;
}

export const perSecond = (count: number, startedAt: number): number =>
  Math.round((count * 1_000) / (performance.now() - startedAt));

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
