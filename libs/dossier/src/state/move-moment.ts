import type { DossierEventName } from '../dossier-event.ts';
import type { Instant, PauseReason } from '../vocabulary.ts';
import type { DossierFacts, Pause } from './dossier.ts';

/** An event that happened at another moment than the one at which it took effect. */
export interface MovedMoment {
  readonly event: DossierEventName;
  readonly from: Instant;
  readonly to: Instant;
}

/** Moves what an event told at one moment to another. The same facts, where nothing of it is there any more (it was corrected since). */
export function moveMoment(facts: DossierFacts, { event, from, to }: MovedMoment): DossierFacts {
  switch (event) {
    case 'submitted':
      return facts.submittedAt === from ? { ...facts, submittedAt: to } : facts;
    case 'received':
      return facts.receipt?.at === from ? { ...facts, receipt: { ...facts.receipt, at: to } } : facts;
    case 'refused':
      return facts.turnedAwayAt === from ? { ...facts, turnedAwayAt: to } : moveStop(facts, from, to);
    case 'stopped':
      return moveStop(facts, from, to);
    case 'processed':
      return facts.processedAt === from ? { ...facts, processedAt: to } : facts;
    case 'returned':
      return facts.returnedAt === from ? { ...facts, returnedAt: to } : facts;
    case 'supplement-requested':
      return moveRequest(movePause(facts, 'supplement', 'from', from, to), from, to);
    case 'payment-requested':
      return movePause(facts, 'payment', 'from', from, to);
    case 'withdrawal-requested':
      return movePause(facts, 'withdrawal', 'from', from, to);
    case 'supplement-received':
      return movePause(facts, 'supplement', 'to', from, to);
    case 'payment-made':
      return movePause(facts, 'payment', 'to', from, to);
    case 'transferred':
      return movePause(facts, 'withdrawal', 'to', from, to);
    case 'extended':
      return moveExtension(facts, from, to);
    case 'redated':
    case 'reassigned':
    case 'corrected':
      return facts;
  }
}

const moveStop = (facts: DossierFacts, from: Instant, to: Instant): DossierFacts =>
  facts.stop?.at === from ? { ...facts, stop: { ...facts.stop, at: to } } : facts;

function movePause(facts: DossierFacts, reason: PauseReason, edge: 'from' | 'to', from: Instant, to: Instant): DossierFacts {
  const index = facts.toldPauses.findLastIndex((pause) => pause.reason === reason && pause[edge] === from);
  const found = facts.toldPauses[index];
  if (found === undefined) return facts;
  const moved: Pause = edge === 'from' ? { ...found, from: to } : { ...found, to: Math.max(found.from, to) };
  return { ...facts, toldPauses: facts.toldPauses.with(index, moved) };
}

function moveRequest(facts: DossierFacts, from: Instant, to: Instant): DossierFacts {
  const index = facts.supplementRequests.lastIndexOf(from);
  return index < 0 ? facts : { ...facts, supplementRequests: facts.supplementRequests.with(index, to) };
}

function moveExtension(facts: DossierFacts, from: Instant, to: Instant): DossierFacts {
  const index = facts.extensions.findLastIndex(({ at }) => at === from);
  const found = facts.extensions[index];
  return found === undefined ? facts : { ...facts, extensions: facts.extensions.with(index, { ...found, at: to }) };
}
