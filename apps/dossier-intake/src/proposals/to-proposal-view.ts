import type { DossierProposal } from '@motcua/contracts';
import { toProposalState, type Proposal } from '@motcua/dossier';

const iso = (at: number): string => new Date(at).toISOString();

/** A proposal as it stands at a moment. */
export function toProposalView(proposal: Proposal, now: number): DossierProposal {
  const { version, what, madeAt, madeBy, lapsesAt, decision } = proposal;
  const isMoment = what.kind === 'moment';
  return {
    proposal: version,
    kind: what.kind,
    event: isMoment ? what.event : null,
    effectiveAt: isMoment ? iso(what.effectiveAt) : null,
    occurredAt: isMoment ? iso(what.happenedAt) : null,
    unit: isMoment ? null : what.unit,
    madeAt: iso(madeAt),
    madeBy,
    lapsesAt: iso(lapsesAt),
    state: toProposalState(proposal, now),
    decidedAt: decision === null ? null : iso(decision.at),
  };
}
