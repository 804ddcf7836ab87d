import type { DueDates, RecordedState, End, EndedDossier, KnownDossier, OpenDossier, Pause } from './dossier.ts';
import { mergePauses } from './merge-pauses.ts';

/**
 * The end: the moment it became processed, else was returned, else was stopped, refused or withdrawn (QĐ 766/QĐ-TTg, indicator
 * 2.1). Only what was received can end. It does not depend on the order in which the events arrived.
 */
export function toEnd(payloads: RecordedState): End | null {
  if (payloads.receipt === null) return null;
  if (payloads.processedAt !== null) return { at: payloads.processedAt, by: 'processed' };
  if (payloads.returnedAt !== null) return { at: payloads.returnedAt, by: 'returned' };
  return payloads.stop;
}

/** The pauses as they count: what overlaps is one, an end closes what is open and cuts what runs over it. */
export function toPauses(payloads: RecordedState): readonly Pause[] {
  const end = toEnd(payloads);
  const pauses = mergePauses(payloads.toldPauses);
  if (end === null) return pauses;
  return pauses.map((pause) => ({ ...pause, to: Math.max(pause.from, Math.min(pause.to ?? end.at, end.at)) }));
}

/** The dossier that follows from the facts: its status is derived, so that it cannot contradict them. */
export function settle(payloads: RecordedState, clock: DueDates): KnownDossier {
  const { receipt } = payloads;
  const pauses = toPauses(payloads);
  if (receipt === null) {
    const status = payloads.turnedAwayAt === null ? 'submitted' : 'turned-away';
    return { ...payloads, receipt, pauses, clock, status, end: null };
  }
  const end = toEnd(payloads);
  return end === null
    ? { ...payloads, receipt, pauses, clock, end, status: toOpenStatus(payloads) }
    : { ...payloads, receipt, pauses, clock, end, status: toEndedStatus(payloads) };
}

const statusOfPause = {
  supplement: 'supplement-requested',
  payment: 'payment-requested',
  withdrawal: 'withdrawal-requested',
} as const;

/** The latest pause still open gives the status. */
function toOpenStatus(payloads: RecordedState): OpenDossier['status'] {
  const open = payloads.toldPauses.findLast((pause) => pause.to === null);
  if (open !== undefined) return statusOfPause[open.reason];
  return payloads.underWay ? 'in-process' : 'received';
}

function toEndedStatus(payloads: RecordedState): EndedDossier['status'] {
  if (payloads.returnedAt !== null) return 'returned';
  if (payloads.processedAt !== null) return 'processed';
  return payloads.stop?.by === 'refused' ? 'refused' : 'stopped';
}
