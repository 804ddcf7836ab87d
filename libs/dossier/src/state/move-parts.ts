import type { Instant, PauseReason } from '../vocabulary.ts';
import type { Pause, RecordedState } from './dossier.ts';

/** Moves a part of a dossier from one moment to another; the same dossier, where nothing of it is at that moment (it was corrected since). */
export type Move = (recorded: RecordedState, from: Instant, to: Instant) => RecordedState;

export const moveReceipt: Move = (recorded, from, to) =>
  recorded.receipt?.at === from ? { ...recorded, receipt: { ...recorded.receipt, at: to } } : recorded;

export const moveStop: Move = (recorded, from, to) =>
  recorded.stop?.at === from ? { ...recorded, stop: { ...recorded.stop, at: to } } : recorded;

/** Of a moment that stands by itself. */
export const moveField =
  (field: 'submittedAt' | 'turnedAwayAt' | 'processedAt' | 'returnedAt'): Move =>
  (recorded, from, to) =>
    recorded[field] === from ? { ...recorded, [field]: to } : recorded;

export const movePause =
  (reason: PauseReason, edge: 'from' | 'to'): Move =>
  (recorded, from, to) => {
    const index = recorded.toldPauses.findLastIndex((pause) => pause.reason === reason && pause[edge] === from);
    const found = recorded.toldPauses[index];
    if (found === undefined) return recorded;
    const moved: Pause = edge === 'from' ? { ...found, from: to } : { ...found, to: Math.max(found.from, to) };
    return { ...recorded, toldPauses: recorded.toldPauses.with(index, moved) };
  };

export const moveRequest: Move = (recorded, from, to) => {
  const index = recorded.supplementRequests.lastIndexOf(from);
  return index < 0 ? recorded : { ...recorded, supplementRequests: recorded.supplementRequests.with(index, to) };
};

export const moveExtension: Move = (recorded, from, to) => {
  const index = recorded.extensions.findLastIndex(({ at }) => at === from);
  const found = recorded.extensions[index];
  return found === undefined ? recorded : { ...recorded, extensions: recorded.extensions.with(index, { ...found, at: to }) };
};
