import type { Pause } from '../state/dossier.ts';
import type { Instant } from '../vocabulary.ts';
import { toLateInstant, type Due } from './due.ts';
import { isSupplement } from './due-766.ts';

/** From when an unfinished dossier is late by a due moment; null: it cannot become late as things stand. */
export function findLateFrom(due: Due): Instant | null {
  return due.kind === 'at' ? toLateInstant(due) : null;
}

/**
 * The same where an open supplement's request stands in the present moment's place: nothing becomes late between a request and
 * its answer, what would have does so at the answer.
 */
export function findLateFromOutsideSupplements(due: Due, pauses: readonly Pause[]): Instant | null {
  let lateFrom = findLateFrom(due);
  if (lateFrom === null || pauses.length === 0) return lateFrom;
  for (const { from, to } of pauses.filter(isSupplement).toSorted((left, right) => left.from - right.from)) {
    if (from >= lateFrom) continue;
    if (to === null) return null;
    lateFrom = Math.max(lateFrom, to);
  }
  return lateFrom;
}
