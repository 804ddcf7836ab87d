import { addPauses, dueMoment, type WorkingCalendar } from '@motcua/calendar';
import type { Extension, Pause, Receipt } from '../state/dossier.ts';
import type { Instant } from '../vocabulary.ts';
import { noneDue, toDue, type ClockRefusal, type Due } from './due.ts';

/** What a promise is counted from. */
export interface Promised {
  readonly calendar: WorkingCalendar;
  readonly receipt: Receipt;
  readonly pauses: readonly Pause[];
}

/** Due without extensions, with pauses: each pause by its reason's rule; a supplied due is moved by working time alone. */
export function findOriginalDue({ calendar, receipt, pauses }: Promised): Due | ClockRefusal {
  if (receipt.suppliedDue !== null) {
    return toDue(addPauses(calendar, { due: receipt.suppliedDue, start: receipt.at }, pauses), 'second');
  }
  if (!receipt.dueKnown || receipt.limit === null) return noneDue;
  return toDue(dueMoment(calendar, { receivedAt: receipt.at, limit: receipt.limit, pauses }), 'minute');
}

/** Due with extensions (rule 9 of the arithmetic). */
export function findCurrentDue(promise: Promised, extensions: readonly Extension[]): Due | ClockRefusal {
  const { calendar, receipt, pauses } = promise;
  if (extensions.length === 0) return findOriginalDue(promise);
  if (receipt.suppliedDue === null && receipt.dueKnown && receipt.limit !== null) {
    return toDue(dueMoment(calendar, { receivedAt: receipt.at, limit: receipt.limit, pauses, extensions }), 'minute');
  }
  return extendGiven(promise, extensions);
}

/** A supplied due, or none, with re-appointments over it: each is moved by the pauses that begin after it was given. */
function extendGiven({ calendar, receipt, pauses }: Promised, extensions: readonly Extension[]): Due | ClockRefusal {
  let due: Due = receipt.suppliedDue === null ? noneDue : { kind: 'at', at: receipt.suppliedDue, precision: 'second' };
  let since = -Infinity;
  for (const extension of extensions.toSorted((left, right) => left.at - right.at)) {
    const moved = move(due, between(pauses, since, extension.at));
    if (moved.kind === 'refused' || moved.kind === 'held') return moved;
    due = moved.kind === 'at' && moved.at >= extension.newDue ? moved : { kind: 'at', at: extension.newDue, precision: 'minute' };
    since = extension.at;
  }
  return move(due, between(pauses, since, Infinity));

  function move(given: Due, moving: readonly Pause[]): Due | ClockRefusal {
    if (given.kind !== 'at' || moving.length === 0) return given;
    return toDue(addPauses(calendar, { due: given.at, start: receipt.at }, moving), given.precision);
  }
}

const between = (pauses: readonly Pause[], after: Instant, upTo: Instant): readonly Pause[] =>
  pauses.filter(({ from }) => from > after && from <= upTo);
