import type { Instant } from '@motcua/calendar';

/** One row of the control slip: who had the dossier, and whether they were done in time. */
export interface HandOver {
  /** Name of the unit. */
  readonly unit: string;
  readonly from: Instant;
  /** null: it is there. */
  readonly until: Instant | null;
  /** By when it was to be done there; null: nothing is prescribed, or a pause holds it. */
  readonly due: Instant | null;
  readonly note?: string | undefined;
}

export type Timeliness = 'early' | 'on-time' | 'late';

/**
 * Whether a unit was done before, on or after the due moment; null: nothing is prescribed, or it is neither done nor late. Before means
 * on an earlier day, as II.06a counts (4.1: our own due moments are minutes).
 *
 * @param asOf stands for the end of what is still there
 * @param toDate the local date of a moment
 */
export function toTimeliness(
  { until, due }: Pick<HandOver, 'until' | 'due'>,
  asOf: Instant,
  toDate: (at: Instant) => string,
): Timeliness | null {
  if (due === null) return null;
  const isLate = Math.floor((until ?? asOf) / 60_000) > Math.floor(due / 60_000);
  if (isLate) return 'late';
  if (until === null) return null;
  return toDate(until) < toDate(due) ? 'early' : 'on-time';
}
