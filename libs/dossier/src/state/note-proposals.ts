import type { DossierEvent } from '../dossier-event.ts';
import type { DossierFacts } from './dossier.ts';

/** The facts with what the event proposes, or decides on. */
export function noteProposals(facts: DossierFacts, { proposes, decides, recordedAt }: DossierEvent): DossierFacts {
  const { proposals = [], version } = facts;
  if (proposes !== undefined) {
    return { ...facts, proposals: [...proposals, { version, madeAt: recordedAt, ...proposes, decision: null }] };
  }
  if (decides === undefined) return facts;
  const decision = { approved: decides.approved, at: recordedAt };
  return {
    ...facts,
    proposals: proposals.map((proposal) => (proposal.version === decides.proposal ? { ...proposal, decision } : proposal)),
  };
}

/** Whether the event happened to the record and not to the dossier: what comes next may have happened before it. */
export const isPaperwork = ({ proposes, decides }: DossierEvent): boolean =>
  (proposes !== undefined && proposes.what.kind !== 'moment') || decides !== undefined;
