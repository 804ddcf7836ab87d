import type { Instant, PauseReason } from '../vocabulary.ts';
import type { KnownDossier, Pause, RecordedState, Stop, Submission, SubmissionPause } from './dossier.ts';

/**
 * What happens to a submission before it is received is kept beside what happens to the dossier: nothing of it moves a due moment or counts
 * for being on time, whenever the receipt comes.
 */
const nothing: Submission = { pauses: [], stop: null };

const of = ({ submission }: Pick<RecordedState, 'submission'>): Submission => submission ?? nothing;

const isOpen =
  (reason: PauseReason) =>
  (pause: Pause): boolean =>
    pause.reason === reason && pause.to === null;

/** The citizen is asked, or asks: acceptance waits. Its limit is never started anew, so that nothing is gained by asking. */
export function pauseSubmission(recorded: RecordedState, reason: SubmissionPause['reason'], from: Instant): RecordedState {
  const { pauses, stop } = of(recorded);
  if (pauses.some(isOpen(reason))) return recorded;
  return { ...recorded, submission: { pauses: [...pauses, { reason, rule: 'subtract', from, to: null }], stop } };
}

/** Ends what waits for a reason before receipt; undefined: nothing does. */
export function resumeSubmission(recorded: RecordedState, reason: PauseReason, at: Instant): RecordedState | undefined {
  if (recorded.receipt !== null) return undefined;
  const { pauses, stop } = of(recorded);
  const index = pauses.findLastIndex(isOpen(reason));
  const open = pauses[index];
  if (open === undefined) return undefined;
  return { ...recorded, submission: { pauses: pauses.with(index, { ...open, to: Math.max(open.from, at) }), stop } };
}

export function stopSubmission(recorded: RecordedState, stop: Stop): RecordedState {
  const submission = of(recorded);
  return { ...recorded, submission: { ...submission, stop: submission.stop ?? stop } };
}

/** The intervals in which acceptance waited: its answer ends what still stands. */
export function toSubmissionPauses(recorded: RecordedState): readonly Pause[] {
  const { pauses, stop } = of(recorded);
  if (pauses.length === 0) return pauses;
  const answeredAt = recorded.receipt?.at ?? stop?.at ?? recorded.turnedAwayAt;
  if (answeredAt === null) return pauses;
  return pauses.map((pause) => ({ ...pause, to: Math.max(pause.from, Math.min(pause.to ?? answeredAt, answeredAt)) }));
}

/** The intervals that a live command sees: of what is not received yet, those of the submission too. */
export const pausesOf = (dossier: KnownDossier): readonly Pause[] =>
  dossier.receipt === null ? [...dossier.pauses, ...of(dossier).pauses] : dossier.pauses;

/** How often the citizen was asked to complete what was submitted. */
export const countSubmissionRequests = (recorded: RecordedState): number =>
  of(recorded).pauses.filter(({ reason }) => reason === 'supplement').length;

const statusOfPause = {
  supplement: 'submission-supplement-requested',
  payment: 'submission-payment-requested',
  withdrawal: 'submission-withdrawal-requested',
} as const satisfies Record<SubmissionPause['reason'], string>;

/** The latest that still waits gives the status. */
export function toSubmissionStatus(recorded: RecordedState) {
  const { pauses, stop } = of(recorded);
  if (recorded.turnedAwayAt !== null) return 'turned-away';
  if (stop !== null) return 'submission-stopped';
  const open = pauses.findLast(({ to }) => to === null);
  return open === undefined ? 'submitted' : statusOfPause[open.reason];
}
