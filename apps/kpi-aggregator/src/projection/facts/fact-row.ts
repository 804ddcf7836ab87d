import type { Documents, Instant, Responsibility, ResponsibilityInterval, OverdueCause } from '@motcua/indicators';
import type { Shown } from '../../events/dossier-event.ts';

/** A dossier as the projection keeps it: what is counted (responsibility intervals), what is shown, and who was responsible when. */
export interface FactRow {
  readonly dossierId: string;
  /** 0: no event of it has come yet, only what enrichment streams say, which waits. */
  readonly version: number;
  /** Number of the newest overdue cause; 0: none yet. */
  readonly judgement: number;
  /** What it says; null: none, or taken back. */
  readonly overdueCause: OverdueCause | null;
  /** Number of the newest digitization event; 0: none yet. */
  readonly digitizationVersion: number;
  /** What is there of the documents; null: no checklist is known. */
  readonly documents: Documents | null;
  readonly receivedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly currentDue: Instant | null;
  readonly shown: Shown;
  readonly history: readonly Responsibility[];
  readonly intervals: readonly ResponsibilityInterval[];
}
