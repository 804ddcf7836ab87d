import type { Instant } from '../instant.ts';

/** Why a dossier was, or was shown, overdue. */
export const overdueCauses = ['real', 'sync-lag', 'late-click', 'waiting-citizen', 'configuration', 'calendar'] as const;
export type OverdueCauseCode = (typeof overdueCauses)[number];

/** The overdue cause of an overdue dossier; one that was taken back is none. */
export interface OverdueCause {
  readonly cause: OverdueCauseCode;
  /** The due moment that passed. */
  readonly overdueSince: Instant;
}
