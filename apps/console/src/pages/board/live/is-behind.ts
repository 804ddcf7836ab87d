import type { Board } from '@motcua/contracts';

/** Figures older than this are said to be old. */
const BEHIND_MS = 5_000;

/** Whether there were events that the figures lack, and have lacked for a while. */
export function isBehind({ asOf, freshness: { lag, projectedAt } }: Pick<Board, 'asOf' | 'freshness'>): boolean {
  return lag > 0 && (projectedAt === null || Date.parse(asOf) - Date.parse(projectedAt) > BEHIND_MS);
}
