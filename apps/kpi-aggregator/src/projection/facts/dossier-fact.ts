import type { Instant, Responsibility, Span } from '@motcua/indicators';
import type { Shown } from '../../events/dossier-event.ts';

/** A dossier as the projection keeps it: what is counted (spans), what is shown, and who was responsible when. */
export interface DossierFact {
  readonly dossierId: string;
  readonly version: number;
  readonly receivedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly currentDue: Instant | null;
  readonly shown: Shown;
  readonly history: readonly Responsibility[];
  readonly spans: readonly Span[];
}
