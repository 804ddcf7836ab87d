import type { Holder, Verdict } from '@motcua/indicators';

/** What the projection takes from `overdue-judged`: the verdict that holds now. */
export interface VerdictEvent {
  readonly dossierId: string;
  /** Grows with every verdict on the dossier. */
  readonly judgement: number;
  /** null: the verdict was taken back. */
  readonly verdict: Verdict | null;
  /** Whose dossier it is: where it waits if none of its own events has come. */
  readonly holder: Holder;
  readonly timeZone: string;
  readonly procedure: string;
  readonly field: string;
}
