import type { RecordedState } from './dossier.ts';
import { resumeSubmission } from './submission.ts';
import type { Instant, PauseReason, PauseRule } from '../vocabulary.ts';

/** Opens a pause, unless one of the same reason is open: the clock cannot stand twice for one reason. */
export function openPause(recorded: RecordedState, reason: PauseReason, rule: PauseRule, from: Instant): RecordedState {
  if (recorded.toldPauses.some((pause) => pause.reason === reason && pause.to === null)) return recorded;
  return { ...recorded, toldPauses: [...recorded.toldPauses, { reason, rule, from, to: null }] };
}

/**
 * Closes the open pause of a reason and puts the dossier back to work, or the submission back to where it waits for receipt; a close that
 * lies before the opening leaves it empty.
 */
export function closePause(recorded: RecordedState, reason: PauseReason, at: Instant): RecordedState {
  const resumed = resumeSubmission(recorded, reason, at);
  if (resumed !== undefined) return resumed;
  const index = recorded.toldPauses.findLastIndex((pause) => pause.reason === reason && pause.to === null);
  const open = recorded.toldPauses[index];
  if (open === undefined) return recorded;
  const closed = { ...open, to: Math.max(open.from, at) };
  return { ...recorded, toldPauses: recorded.toldPauses.with(index, closed), underWay: true };
}
