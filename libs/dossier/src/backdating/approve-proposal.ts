import { findUnlawful } from '../recording/find-unlawful.ts';
import { listChangedFields } from '../recording/list-changed-fields.ts';
import { record, type Decision } from '../recording/record.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { ApproveProposal } from '../dossier-command.ts';
import { isRefusal, refuse, type Refusal } from '../refusal/refusal.ts';
import { applyRewrite } from '../state/apply-rewrite.ts';
import type { Dossier, KnownDossier } from '../state/dossier.ts';
import { findProposal, toProposalState, type Proposal, type ProposedCorrection, type ProposedMoment } from '../state/proposal.ts';
import type { Instant } from '../vocabulary.ts';
import { listMovedFields } from './list-moved-fields.ts';
import { isSameFields, toTimedFields } from './timed-fields.ts';
import { toApprovedRewrite } from './to-approved-rewrite.ts';

/** Another person approves what was proposed: everything is counted afresh, as if it had been right from the start. */
export function approveProposal(dossier: Dossier, command: ApproveProposal, context: DecisionContext): Decision {
  const unlawful = findUnlawful(dossier, 'corrected', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const proposal = findProposal(dossier, command.proposal);
  if (proposal === undefined) return refuse('proposal.unknown');
  if (proposal.decision?.approved === true) return [];
  const obstacle = findObstacle(dossier, proposal, context);
  if (obstacle !== undefined) return obstacle;

  const rewrite = toApprovedRewrite(dossier, proposal, command.occurredAt, context);
  const fields =
    proposal.what.kind === 'correction'
      ? listChangedFields(dossier, rewrite)
      : listMovedFields(dossier, applyRewrite(dossier, rewrite));
  // A hand-over moves nothing but its own line in the history.
  const isHandOver = proposal.what.kind === 'moment' && proposal.what.event === 'transferred';
  if (fields.length === 0 && !isHandOver) return refuse('proposal.overtaken');
  const payload = { type: 'corrected', reasonCode: 'proposal-approved', fields, rewrite } as const;
  const decision = record(dossier, payload, command.occurredAt, context);
  if (isRefusal(decision)) return decision;
  return decision.map((event) => ({ ...event, decides: { proposal: proposal.version, approved: true } }));
}

function findObstacle(dossier: KnownDossier, proposal: Proposal, context: DecisionContext): Refusal | undefined {
  const { now, actor, unit } = context;
  const state = toProposalState(proposal, now);
  if (state === 'rejected') return refuse('proposal.already-decided');
  if (state === 'lapsed') return refuse('proposal.lapsed');
  if (proposal.madeBy !== null && proposal.madeBy === actor) return refuse('proposal.own');
  if (proposal.what.kind === 'unit') return unit === undefined ? refuse('unit.unknown') : undefined;
  if (proposal.what.kind === 'correction') return findChange(dossier, proposal.what, context);
  return findDisorder(dossier, proposal.version, proposal.what, now);
}

/** Approved is what was looked at: not where the fields are others by now. */
function findChange(
  dossier: KnownDossier,
  { from, to }: ProposedCorrection,
  { procedure }: DecisionContext,
): Refusal | undefined {
  if (!isSameFields(from, toTimedFields(dossier, from))) return refuse('proposal.overtaken');
  return to.procedure !== undefined && procedure === undefined ? refuse('procedure.unknown') : undefined;
}

/** What came before an event stays before it, by its own true moment where one is proposed: that is decided on first. */
function findDisorder(
  { proposals = [] }: KnownDossier,
  version: number,
  what: ProposedMoment,
  now: Instant,
): Refusal | undefined {
  const before = proposals.findLast(
    (proposal) => proposal.version < version && proposal.what.kind === 'moment' && proposal.what.effectiveAt === what.notBefore,
  );
  const state = before === undefined ? undefined : toProposalState(before, now);
  if (state === 'pending') return refuse('proposal.earlier-pending');
  const floor = state === 'approved' && before?.what.kind === 'moment' ? before.what.happenedAt : (what.notBefore ?? -Infinity);
  return what.happenedAt < floor ? refuse('proposal.before-earlier-event') : undefined;
}
