import type { DossierEvent } from '../dossier-event.ts';
import type { RecordedState } from './dossier.ts';

/** The facts with what the event proposes, or decides on. */
export function noteProposals(payloads: RecordedState, { proposes, decides, recordedAt }: DossierEvent): RecordedState {
  const { proposals = [], version } = payloads;
  if (proposes !== undefined) {
    return { ...payloads, proposals: [...proposals, { version, madeAt: recordedAt, ...proposes, decision: null }] };
  }
  if (decides === undefined) return payloads;
  const decision = { approved: decides.approved, at: recordedAt };
  return {
    ...payloads,
    proposals: proposals.map((proposal) => (proposal.version === decides.proposal ? { ...proposal, decision } : proposal)),
  };
}

/** Whether the event happened to the record and not to the dossier: what comes next may have happened before it. */
export const isPaperwork = ({ proposes, decides }: DossierEvent): boolean =>
  (proposes !== undefined && proposes.what.kind !== 'moment') || decides !== undefined;
