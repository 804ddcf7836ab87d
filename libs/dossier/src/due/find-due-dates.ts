import type { WorkingCalendar } from '@motcua/calendar';
import { noDueDates, type DueDates, type RecordedState } from '../state/dossier.ts';
import { toPauses } from '../state/settle.ts';
import { atOrNull, type ClockRefusal, type Due } from './due.ts';
import { findDue766 } from './due-766.ts';
import { findLateFrom, findLateFromOutsideSupplements } from './late-from.ts';
import { findCurrentDue, findOriginalDue } from './promised-dues.ts';

export type ClockResult =
  { readonly ok: true; readonly clock: DueDates } | { readonly ok: false; readonly refusal: ClockRefusal };

/** The due moments that follow from the facts, and from when the dossier is late by each. Refused where a limit cannot be counted. */
export function findDueDates(recorded: RecordedState, calendar: WorkingCalendar): ClockResult {
  const { receipt, extensions } = recorded;
  if (receipt === null) return { ok: true, clock: noDueDates };
  const pauses = toPauses(recorded);
  const promised = { calendar, receipt, pauses };

  const original = findOriginalDue(promised);
  if (original.kind === 'refused') return { ok: false, refusal: original };
  const current = extensions.length === 0 ? original : findCurrentDue(promised, extensions);
  if (current.kind === 'refused') return { ok: false, refusal: current };
  const isPlain = pauses.length === 0 && original.kind === 'at';
  const set766 = isPlain ? original : findDue766(promised, recorded.supplementRequests);
  if (set766.kind === 'refused') return { ok: false, refusal: set766 };

  const lateFrom = {
    original: findLateFromOutsideSupplements(original, pauses),
    current: findLateFrom(current),
    set766: findLateFromOutsideSupplements(set766, pauses),
  };
  const dueSupplied = receipt.suppliedDue !== null;
  return {
    ok: true,
    clock: { ...toMoments(original, current, set766), dueSupplied, noDue: isNowhere(current, set766), lateFrom },
  };
}

function toMoments(original: Due, current: Due, set766: Due): Pick<DueDates, 'originalDue' | 'currentDue' | 'due766'> {
  return { originalDue: atOrNull(original), currentDue: atOrNull(current), due766: atOrNull(set766) };
}

const isNowhere = (current: Due, set766: Due): boolean => current.kind === 'none' && set766.kind === 'none';
