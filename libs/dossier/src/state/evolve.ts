import type { DossierEvent } from './dossier-event.ts';
import { applyPayload, isKnown } from './apply-payload.ts';
import type { Dossier, RecordedState } from './dossier.ts';
import { isPaperwork, noteProposals } from './note-proposals.ts';
import { settle } from './settle.ts';
import { takeBack, toUndoPoint } from './undo-point.ts';

/** The dossier after an event. Total: history has already happened, so nothing is refused and nothing throws. */
export function evolve(dossier: Dossier, event: DossierEvent): Dossier {
  const recorded = applyPayload(dossier, event, event.occurredAt);
  if (!isKnown(recorded)) return recorded;
  const findings = event.found.length === 0 ? recorded.findings : [...recorded.findings, ...event.found];
  const setting = event.adopted === undefined ? recorded.setting : { ...recorded.setting, ...event.adopted };
  const lastOccurredAt = toLastOccurred(dossier, event, recorded);
  return settle(noteUndo(dossier, event, noteProposals({ ...recorded, findings, setting, lastOccurredAt }, event)), event.clock);
}

/** What happened to the record and not to the dossier leaves it as it was. */
function toLastOccurred(before: Dossier, event: DossierEvent, recorded: RecordedState): number {
  if (!isKnown(before)) return recorded.lastOccurredAt;
  if (event.type === 'reverted') return takeBack(before, event.takenBack).lastOccurredAt;
  return isPaperwork(event) ? before.lastOccurredAt : recorded.lastOccurredAt;
}

/** The facts with the way back from this event, and without that from the one before it. */
function noteUndo(before: Dossier, event: DossierEvent, recorded: RecordedState): RecordedState {
  const undo = toUndoPoint(before, event, recorded);
  // Of an import there is none, and it records thousands a second: nothing is copied for it.
  if (undo === undefined && event.type !== 'reverted' && !('undo' in recorded) && !('revertedVersion' in recorded))
    return recorded;
  const { undo: _undo, revertedVersion: _version, ...rest } = recorded;
  if (event.type === 'reverted') return { ...rest, revertedVersion: event.takenBack.version };
  return undo === undefined ? rest : { ...rest, undo };
}
