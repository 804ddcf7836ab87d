import type { RecordedState } from './dossier.ts';
import type { Instant, PauseReason, PauseRule } from '../vocabulary.ts';

/** Opens a pause, unless one of the same reason is open: the clock cannot stand twice for one reason. */
export function openPause(payloads: RecordedState, reason: PauseReason, rule: PauseRule, from: Instant): RecordedState {
  if (payloads.toldPauses.some((pause) => pause.reason === reason && pause.to === null)) return payloads;
  return { ...payloads, toldPauses: [...payloads.toldPauses, { reason, rule, from, to: null }] };
}

/** Closes the open pause of a reason and puts the dossier back to work; a close that lies before the opening leaves it empty. */
export function closePause(payloads: RecordedState, reason: PauseReason, at: Instant): RecordedState {
  const index = payloads.toldPauses.findLastIndex((pause) => pause.reason === reason && pause.to === null);
  const open = payloads.toldPauses[index];
  if (open === undefined) return payloads;
  const closed = { ...open, to: Math.max(open.from, at) };
  return { ...payloads, toldPauses: payloads.toldPauses.with(index, closed), underWay: true };
}
