import type { DossierEventName } from '../dossier-event.ts';
import type { Instant, PauseReason } from '../vocabulary.ts';
import type { RecordedState, Pause } from './dossier.ts';

/** An event that happened at another moment than the one at which it took effect. */
export interface MovedMoment {
  readonly event: DossierEventName;
  readonly from: Instant;
  readonly to: Instant;
}

/** Moves what an event told at one moment to another. The same facts, where nothing of it is there any more (it was corrected since). */
export function moveMoment(payloads: RecordedState, { event, from, to }: MovedMoment): RecordedState {
  switch (event) {
    case 'submitted':
      return payloads.submittedAt === from ? { ...payloads, submittedAt: to } : payloads;
    case 'received':
      return payloads.receipt?.at === from ? { ...payloads, receipt: { ...payloads.receipt, at: to } } : payloads;
    case 'refused':
      return payloads.turnedAwayAt === from ? { ...payloads, turnedAwayAt: to } : moveStop(payloads, from, to);
    case 'stopped':
      return moveStop(payloads, from, to);
    case 'processed':
      return payloads.processedAt === from ? { ...payloads, processedAt: to } : payloads;
    case 'returned':
      return payloads.returnedAt === from ? { ...payloads, returnedAt: to } : payloads;
    case 'supplement-requested':
      return moveRequest(movePause(payloads, 'supplement', 'from', from, to), from, to);
    case 'payment-requested':
      return movePause(payloads, 'payment', 'from', from, to);
    case 'withdrawal-requested':
      return movePause(payloads, 'withdrawal', 'from', from, to);
    case 'supplement-received':
      return movePause(payloads, 'supplement', 'to', from, to);
    case 'payment-made':
      return movePause(payloads, 'payment', 'to', from, to);
    case 'transferred':
      return movePause(payloads, 'withdrawal', 'to', from, to);
    case 'extended':
      return moveExtension(payloads, from, to);
    case 'redated':
    case 'reassigned':
    case 'corrected':
      return payloads;
  }
}

const moveStop = (payloads: RecordedState, from: Instant, to: Instant): RecordedState =>
  payloads.stop?.at === from ? { ...payloads, stop: { ...payloads.stop, at: to } } : payloads;

function movePause(payloads: RecordedState, reason: PauseReason, edge: 'from' | 'to', from: Instant, to: Instant): RecordedState {
  const index = payloads.toldPauses.findLastIndex((pause) => pause.reason === reason && pause[edge] === from);
  const found = payloads.toldPauses[index];
  if (found === undefined) return payloads;
  const moved: Pause = edge === 'from' ? { ...found, from: to } : { ...found, to: Math.max(found.from, to) };
  return { ...payloads, toldPauses: payloads.toldPauses.with(index, moved) };
}

function moveRequest(payloads: RecordedState, from: Instant, to: Instant): RecordedState {
  const index = payloads.supplementRequests.lastIndexOf(from);
  return index < 0 ? payloads : { ...payloads, supplementRequests: payloads.supplementRequests.with(index, to) };
}

function moveExtension(payloads: RecordedState, from: Instant, to: Instant): RecordedState {
  const index = payloads.extensions.findLastIndex(({ at }) => at === from);
  const found = payloads.extensions[index];
  return found === undefined ? payloads : { ...payloads, extensions: payloads.extensions.with(index, { ...found, at: to }) };
}
