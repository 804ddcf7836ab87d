import type { DossierState, ResponsibleUnit, Instant } from '@motcua/indicators';

/** What the projection takes from a published dossier event: the state after it, moments in milliseconds. */
export interface DossierEvent {
  readonly dossierId: string;
  readonly version: number;
  readonly occurredAt: Instant;
  /** The event moves responsibility (`reassigned`); any other change of the unit rewrites it. */
  readonly moves: boolean;
  readonly responsibleUnit: ResponsibleUnit;
  readonly state: DossierState;
  /** Shown in lists, and of no weight in what is counted. */
  readonly shown: Shown;
}

export interface Shown {
  readonly code: string | null;
  readonly sourceCode: string | null;
  /** Staff id of who is in charge. */
  readonly officer: string | null;
  readonly status: number;
  readonly originalDue: Instant | null;
  readonly due766: Instant | null;
}
