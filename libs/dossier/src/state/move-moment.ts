import type { DossierEventName, Instant, PauseReason } from '../vocabulary.ts';
import type { RecordedState, Pause } from './dossier.ts';

/** An event that happened at another moment than the one at which it took effect. */
export interface MovedMoment {
  readonly event: DossierEventName;
  readonly from: Instant;
  readonly to: Instant;
}

/** Moves what an event told at one moment to another. The same facts, where nothing of it is there any more (it was corrected since). */
export function moveMoment(recorded: RecordedState, { event, from, to }: MovedMoment): RecordedState {
  switch (event) {
    case 'submitted':
      return recorded.submittedAt === from ? { ...recorded, submittedAt: to } : recorded;
    case 'received':
      return recorded.receipt?.at === from ? { ...recorded, receipt: { ...recorded.receipt, at: to } } : recorded;
    case 'refused':
      return recorded.turnedAwayAt === from ? { ...recorded, turnedAwayAt: to } : moveStop(recorded, from, to);
    case 'stopped':
      return moveStop(recorded, from, to);
    case 'processed':
      return recorded.processedAt === from ? { ...recorded, processedAt: to } : recorded;
    case 'returned':
      return recorded.returnedAt === from ? { ...recorded, returnedAt: to } : recorded;
    case 'supplement-requested':
      return moveRequest(movePause(recorded, 'supplement', 'from', from, to), from, to);
    case 'payment-requested':
      return movePause(recorded, 'payment', 'from', from, to);
    case 'withdrawal-requested':
      return movePause(recorded, 'withdrawal', 'from', from, to);
    case 'supplement-received':
      return movePause(recorded, 'supplement', 'to', from, to);
    case 'payment-made':
      return movePause(recorded, 'payment', 'to', from, to);
    case 'transferred':
      return movePause(recorded, 'withdrawal', 'to', from, to);
    case 'extended':
      return moveExtension(recorded, from, to);
    case 'redated':
    case 'reassigned':
    case 'corrected':
      return recorded;
  }
}

const moveStop = (recorded: RecordedState, from: Instant, to: Instant): RecordedState =>
  recorded.stop?.at === from ? { ...recorded, stop: { ...recorded.stop, at: to } } : recorded;

function movePause(recorded: RecordedState, reason: PauseReason, edge: 'from' | 'to', from: Instant, to: Instant): RecordedState {
  const index = recorded.toldPauses.findLastIndex((pause) => pause.reason === reason && pause[edge] === from);
  const found = recorded.toldPauses[index];
  if (found === undefined) return recorded;
  const moved: Pause = edge === 'from' ? { ...found, from: to } : { ...found, to: Math.max(found.from, to) };
  return { ...recorded, toldPauses: recorded.toldPauses.with(index, moved) };
}

function moveRequest(recorded: RecordedState, from: Instant, to: Instant): RecordedState {
  const index = recorded.supplementRequests.lastIndexOf(from);
  return index < 0 ? recorded : { ...recorded, supplementRequests: recorded.supplementRequests.with(index, to) };
}

function moveExtension(recorded: RecordedState, from: Instant, to: Instant): RecordedState {
  const index = recorded.extensions.findLastIndex(({ at }) => at === from);
  const found = recorded.extensions[index];
  return found === undefined ? recorded : { ...recorded, extensions: recorded.extensions.with(index, { ...found, at: to }) };
}
