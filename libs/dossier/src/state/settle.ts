import type { DueDates, RecordedState, End, EndedDossier, KnownDossier, OpenDossier, Pause } from './dossier.ts';
import { mergePauses } from './merge-pauses.ts';
import { toSubmissionStatus } from './submission.ts';

/**
 * The end: the moment it became processed, else was returned, else was stopped, refused or withdrawn (QĐ 766/QĐ-TTg, indicator
 * 2.1). Only what was received can end. It does not depend on the order in which the events arrived.
 */
export function toEnd(recorded: RecordedState): End | null {
  if (recorded.receipt === null) return null;
  if (recorded.processedAt !== null) return { at: recorded.processedAt, by: 'processed' };
  if (recorded.returnedAt !== null) return { at: recorded.returnedAt, by: 'returned' };
  return recorded.stop;
}

/** The pauses as they count: what overlaps is one, an end closes what is open and cuts what runs over it. */
export function toPauses(recorded: RecordedState): readonly Pause[] {
  const end = toEnd(recorded);
  const pauses = mergePauses(recorded.toldPauses);
  if (end === null) return pauses;
  return pauses.map((pause) => ({ ...pause, to: Math.max(pause.from, Math.min(pause.to ?? end.at, end.at)) }));
}

/** The dossier that follows from the facts: its status is derived, so that it cannot contradict them. */
export function settle(recorded: RecordedState, clock: DueDates): KnownDossier {
  const { receipt } = recorded;
  const pauses = toPauses(recorded);
  if (receipt === null) return { ...recorded, receipt, pauses, clock, status: toSubmissionStatus(recorded), end: null };
  const end = toEnd(recorded);
  return end === null
    ? { ...recorded, receipt, pauses, clock, end, status: toOpenStatus(recorded) }
    : { ...recorded, receipt, pauses, clock, end, status: toEndedStatus(recorded) };
}

const statusOfPause = {
  supplement: 'supplement-requested',
  payment: 'payment-requested',
  withdrawal: 'withdrawal-requested',
} as const;

/** The latest pause still open gives the status. */
function toOpenStatus(recorded: RecordedState): OpenDossier['status'] {
  const open = recorded.toldPauses.findLast((pause) => pause.to === null);
  if (open !== undefined) return statusOfPause[open.reason];
  return recorded.underWay ? 'in-process' : 'received';
}

function toEndedStatus(recorded: RecordedState): EndedDossier['status'] {
  if (recorded.returnedAt !== null) return 'returned';
  if (recorded.processedAt !== null) return 'processed';
  return recorded.stop?.by === 'refused' ? 'refused' : 'stopped';
}
