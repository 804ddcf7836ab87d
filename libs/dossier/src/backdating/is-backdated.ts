import type { DecisionContext } from '../decision-context.ts';
import type { DossierCommand } from '../dossier-command.ts';
import type { Dossier, KnownDossier } from '../state/dossier.ts';
import { toProposalState } from '../state/proposal.ts';
import type { Instant } from '../vocabulary.ts';
import { earliestMoment } from './earliest-moment.ts';

/**
 * Whether the command's moment can only be proposed: it lies further back than a live command may, or before an event that took effect
 * later than it is proposed to have happened (who records after an outage what happened in which order proposes all of it).
 */
export function isBackdated(dossier: Dossier, { occurredAt }: DossierCommand, context: DecisionContext): boolean {
  if (occurredAt < earliestMoment(context)) return true;
  return dossier.status !== 'none' && occurredAt < dossier.lastOccurredAt && occurredAt >= findFloor(dossier, context.now);
}

/** The moment before which nothing more can have happened: of the latest event, or that which is proposed for it. */
export function findFloor({ proposals = [], lastOccurredAt }: KnownDossier, now: Instant): Instant {
  const standing = proposals.filter((proposal) => ['pending', 'approved'].includes(toProposalState(proposal, now)));
  const moments = standing.map(({ what }) => what).filter((what) => what.kind === 'moment');
  return moments.findLast(({ effectiveAt }) => effectiveAt === lastOccurredAt)?.happenedAt ?? lastOccurredAt;
}
