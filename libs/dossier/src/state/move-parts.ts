import type { Instant, PauseReason } from '../vocabulary.ts';
import type { Pause, RecordedState } from './dossier.ts';

/** Moves a part of a dossier from one moment to another; the same dossier, where nothing of it is at that moment (it was corrected since). */
export type Move = (recorded: RecordedState, from: Instant, to: Instant) => RecordedState;

export const moveReceipt: Move = (recorded, from, to) =>
  recorded.receipt?.at === from ? { ...recorded, receipt: { ...recorded.receipt, at: to } } : recorded;

export const moveStop: Move = (recorded, from, to) => {
  const { stop, submission } = recorded;
  if (stop?.at === from) return { ...recorded, stop: { ...stop, at: to } };
  return submission?.stop?.at === from
    ? { ...recorded, submission: { ...submission, stop: { ...submission.stop, at: to } } }
    : recorded;
};

/** Of a moment that stands by itself. */
export const moveField =
  (field: 'submittedAt' | 'turnedAwayAt' | 'processedAt' | 'returnedAt'): Move =>
  (recorded, from, to) =>
    recorded[field] === from ? { ...recorded, [field]: to } : recorded;

export const movePause =
  (reason: PauseReason, edge: 'from' | 'to'): Move =>
  (recorded, from, to) => {
    const { toldPauses, submission } = recorded;
    const moved = moveEdge(toldPauses, reason, edge, from, to);
    if (moved !== toldPauses) return { ...recorded, toldPauses: moved };
    if (submission === undefined) return recorded;
    const pauses = moveEdge(submission.pauses, reason, edge, from, to);
    return pauses === submission.pauses ? recorded : { ...recorded, submission: { ...submission, pauses } };
  };

function moveEdge<P extends Pause>(
  pauses: readonly P[],
  reason: PauseReason,
  edge: 'from' | 'to',
  from: Instant,
  to: Instant,
): readonly P[] {
  const index = pauses.findLastIndex((pause) => pause.reason === reason && pause[edge] === from);
  const found = pauses[index];
  if (found === undefined) return pauses;
  return pauses.with(index, edge === 'from' ? { ...found, from: to } : { ...found, to: Math.max(found.from, to) });
}

export const moveRequest: Move = (recorded, from, to) => {
  const index = recorded.supplementRequests.lastIndexOf(from);
  return index < 0 ? recorded : { ...recorded, supplementRequests: recorded.supplementRequests.with(index, to) };
};

export const moveApology: Move = (recorded, from, to) =>
  recorded.apologies?.some(({ at }) => at === from) === true
    ? { ...recorded, apologies: recorded.apologies.map((apology) => (apology.at === from ? { ...apology, at: to } : apology)) }
    : recorded;

export const moveExtension: Move = (recorded, from, to) => {
  const index = recorded.extensions.findLastIndex(({ at }) => at === from);
  const found = recorded.extensions[index];
  return found === undefined ? recorded : { ...recorded, extensions: recorded.extensions.with(index, { ...found, at: to }) };
};
