import type { DueDates } from '../state/dossier.ts';
import { at } from './decision-context.ts';

/** The clock of a dossier that was never paused, extended or corrected: every due is that moment, late from the next minute on. */
export function dueAt(local: string): DueDates {
  const due = at(local);
  const late = due + 60_000;
  return {
    originalDue: due,
    currentDue: due,
    due766: due,
    dueSupplied: false,
    noDue: false,
    lateFrom: { original: late, current: late, set766: late },
  };
}
