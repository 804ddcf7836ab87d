import type { UnitKind } from '../figures/institutional-entry.ts';
import type { Period } from '../vocabulary.ts';
import type { Backlog } from './on-time-rules.ts';

/** Whom and when a text is about. */
export interface About {
  readonly unitName: string;
  /** A commune's report speaks of the commune alone. */
  readonly unitKind?: UnitKind | undefined;
  readonly period: Period;
  readonly backlog?: Backlog | undefined;
}
