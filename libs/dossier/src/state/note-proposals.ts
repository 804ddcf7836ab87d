import type { DossierEvent } from './dossier-event.ts';
import type { RecordedState } from './dossier.ts';

/** The facts with what the event proposes, or decides on. */
export function noteProposals(recorded: RecordedState, { proposes, decides, recordedAt }: DossierEvent): RecordedState {
  const { proposals = [], version } = recorded;
  if (proposes !== undefined) {
    return { ...recorded, proposals: [...proposals, { version, madeAt: recordedAt, ...proposes, decision: null }] };
  }
  if (decides === undefined) return recorded;
  const decision = { approved: decides.approved, at: recordedAt };
  return {
    ...recorded,
    proposals: proposals.map((proposal) => (proposal.version === decides.proposal ? { ...proposal, decision } : proposal)),
  };
}

/** Whether the event happened to the record and not to the dossier: what comes next may have happened before it. */
export const isPaperwork = ({ proposes, decides }: DossierEvent): boolean =>
  (proposes !== undefined && proposes.what.kind !== 'moment') || decides !== undefined;
