import type { ResponsibleUnit } from '@motcua/indicators';

/** An event of a stream beside the dossier's own, and where it waits if none of the dossier's events has come. */
export interface EnrichmentEvent {
  readonly dossierId: string;
  /** Whose dossier it is. */
  readonly responsibleUnit: ResponsibleUnit;
  readonly timeZone: string;
  readonly procedure: string;
  readonly field: string;
}
