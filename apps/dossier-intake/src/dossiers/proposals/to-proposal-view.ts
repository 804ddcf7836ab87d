import type { DossierProposal } from '@motcua/contracts';
import { toProposalState, type Proposal } from '@motcua/dossier';
import { toPublishedCorrection } from './to-published-correction.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** A proposal as it stands at a moment. */
export function toProposalView(proposal: Proposal, now: number): DossierProposal {
  const { version, what, madeAt, madeBy, lapsesAt, decision } = proposal;
  return {
    proposal: version,
    ...toWhat(what),
    madeAt: iso(madeAt),
    madeBy,
    lapsesAt: iso(lapsesAt),
    state: toProposalState(proposal, now),
    decidedAt: decision === null ? null : iso(decision.at),
  };
}

type What = Pick<DossierProposal, 'kind' | 'event' | 'effectiveAt' | 'occurredAt' | 'unit' | 'correction'>;

const none = { event: null, effectiveAt: null, occurredAt: null, unit: null, correction: null };

function toWhat(what: Proposal['what']): What {
  const { kind } = what;
  switch (kind) {
    case 'moment':
      return { ...none, kind, event: what.event, effectiveAt: iso(what.effectiveAt), occurredAt: iso(what.happenedAt) };
    case 'unit':
      return { ...none, kind, unit: what.unit };
    case 'correction':
      return { ...none, kind, correction: toPublishedCorrection(what) };
  }
}
