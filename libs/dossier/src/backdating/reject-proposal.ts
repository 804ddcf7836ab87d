import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { RejectProposal } from '../dossier-command.ts';
import { isRefusal, refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findProposal, toProposalState } from '../state/proposal.ts';

/** What was proposed is not so: the figures stay what they are. Whoever proposed it may take it back in this way too. */
export function rejectProposal(dossier: Dossier, command: RejectProposal, context: DecisionContext): Decision {
  const unlawful = findUnlawful(dossier, 'corrected', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const proposal = findProposal(dossier, command.proposal);
  if (proposal === undefined) return refuse('proposal.unknown');
  const state = toProposalState(proposal, context.now);
  if (state === 'rejected') return [];
  if (state !== 'pending') return refuse(state === 'lapsed' ? 'proposal.lapsed' : 'proposal.already-decided');
  const payload = { type: 'corrected', reasonCode: command.reasonCode, fields: [], rewrite: {} } as const;
  const decision = record(dossier, payload, command.occurredAt, context);
  if (isRefusal(decision)) return decision;
  return decision.map((event) => ({ ...event, decides: { proposal: proposal.version, approved: false } }));
}
