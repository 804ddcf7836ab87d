import type { Instant, Responsibility, Span, Verdict } from '@motcua/indicators';
import type { Shown } from '../../events/dossier-event.ts';

/** A dossier as the projection keeps it: what is counted (spans), what is shown, and who was responsible when. */
export interface DossierFact {
  readonly dossierId: string;
  /** 0: no event of it has come yet, only a verdict that waits. */
  readonly version: number;
  /** Number of the newest verdict; 0: none yet. */
  readonly judgement: number;
  /** What it says; null: none, or taken back. */
  readonly verdict: Verdict | null;
  readonly receivedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly currentDue: Instant | null;
  readonly shown: Shown;
  readonly history: readonly Responsibility[];
  readonly spans: readonly Span[];
}
