import { revertibleEventNames } from '@motcua/contracts';
import type { ScheduledClock, SlaClock } from '@motcua/sla';
import type { ConsumedEvent } from './dossier-event.ts';
import type { OverdueBasis } from './overdue-basis.ts';

/** What a dossier and its clocks were before its latest event, by which that can be taken back. */
export interface UndoPoint {
  /** Of the dossier after that event. */
  readonly version: number;
  readonly facts: OverdueBasis;
  readonly lastTouchedAt: number;
  readonly clocks: readonly ScheduledClock[];
}

/** What of a dossier's row is looked at. */
interface Undoable {
  readonly facts: OverdueBasis;
  readonly lastTouchedAt: number;
  readonly undo: UndoPoint | null;
}

const revertible = new Set<string>(revertibleEventNames);

/** null: nobody can take the event back, or nothing was known before it. */
export function toUndoPoint(
  before: Undoable | undefined,
  clocks: ReadonlyMap<SlaClock, ScheduledClock>,
  { name, snapshot, importSession }: ConsumedEvent,
): UndoPoint | null {
  if (before === undefined || importSession !== null || !revertible.has(name)) return null;
  const { facts, lastTouchedAt } = before;
  return { version: snapshot.dossierVersion, facts, lastTouchedAt, clocks: [...clocks.values()] };
}

/** By what an event takes back the one before it; undefined: it takes back none, or that one is not known. */
export function findUndoPoint(before: Undoable | undefined, { takesBack }: ConsumedEvent): UndoPoint | undefined {
  const undo = before?.undo ?? undefined;
  return undo?.version === takesBack ? undo : undefined;
}
