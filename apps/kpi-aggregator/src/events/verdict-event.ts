import type { Verdict } from '@motcua/indicators';
import type { SideEvent } from './side-event.ts';

/** What the projection takes from `overdue-judged`: the verdict that holds now. */
export interface VerdictEvent extends SideEvent {
  /** Grows with every verdict on the dossier. */
  readonly judgement: number;
  /** null: the verdict was taken back. */
  readonly verdict: Verdict | null;
}
