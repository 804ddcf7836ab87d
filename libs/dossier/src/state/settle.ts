import type { Clock, DossierFacts, End, EndedDossier, KnownDossier, OpenDossier, Pause } from './dossier.ts';
import { mergePauses } from './merge-pauses.ts';

/**
 * The end: the moment it became processed, else was returned, else was stopped, refused or withdrawn (QĐ 766/QĐ-TTg, indicator
 * 2.1). Only what was received can end. It does not depend on the order in which the events arrived.
 */
export function toEnd(facts: DossierFacts): End | null {
  if (facts.receipt === null) return null;
  if (facts.processedAt !== null) return { at: facts.processedAt, by: 'processed' };
  if (facts.returnedAt !== null) return { at: facts.returnedAt, by: 'returned' };
  return facts.stop;
}

/** The pauses as they count: what overlaps is one, an end closes what is open and cuts what runs over it. */
export function toPauses(facts: DossierFacts): readonly Pause[] {
  const end = toEnd(facts);
  const pauses = mergePauses(facts.toldPauses);
  if (end === null) return pauses;
  return pauses.map((pause) => ({ ...pause, to: Math.max(pause.from, Math.min(pause.to ?? end.at, end.at)) }));
}

/** The dossier that follows from the facts: its status is derived, so that it cannot contradict them. */
export function settle(facts: DossierFacts, clock: Clock): KnownDossier {
  const { receipt } = facts;
  const pauses = toPauses(facts);
  if (receipt === null) {
    const status = facts.turnedAwayAt === null ? 'submitted' : 'turned-away';
    return { ...facts, receipt, pauses, clock, status, end: null };
  }
  const end = toEnd(facts);
  return end === null
    ? { ...facts, receipt, pauses, clock, end, status: toOpenStatus(facts) }
    : { ...facts, receipt, pauses, clock, end, status: toEndedStatus(facts) };
}

const statusOfPause = {
  supplement: 'supplement-requested',
  payment: 'payment-requested',
  withdrawal: 'withdrawal-requested',
} as const;

/** The latest pause still open gives the status. */
function toOpenStatus(facts: DossierFacts): OpenDossier['status'] {
  const open = facts.toldPauses.findLast((pause) => pause.to === null);
  if (open !== undefined) return statusOfPause[open.reason];
  return facts.underWay ? 'in-process' : 'received';
}

function toEndedStatus(facts: DossierFacts): EndedDossier['status'] {
  if (facts.returnedAt !== null) return 'returned';
  if (facts.processedAt !== null) return 'processed';
  return facts.stop?.by === 'refused' ? 'refused' : 'stopped';
}
