import type { Instant } from '../instant.ts';

/** What the responsibility intervals of a dossier are made of: the part of a published dossier snapshot that is counted, moments in milliseconds. */
export interface DossierState {
  readonly timeZone: string;
  readonly procedure: string;
  readonly field: string;
  readonly channel: string;
  readonly serviceLevel: string;
  readonly receivedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly currentDue: Instant | null;
  readonly noDue: boolean;
  /** The first instant at which it is late by each rule if unfinished; ended late exactly when `endedAt ≥` it. null: cannot be late. */
  readonly lateFrom: { readonly set766: Instant | null; readonly original: Instant | null; readonly current: Instant | null };
}
