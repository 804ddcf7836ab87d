import { toRewrite } from '../recording/to-rewrite.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { Rewrite } from '../state/dossier-event.ts';
import type { KnownDossier } from '../state/dossier.ts';
import type { Proposal, TimedFields } from '../state/proposal.ts';
import type { Instant } from '../vocabulary.ts';

/** What an approved proposal rewrites. A right unit, procedure or receipt brings the rules and the calendar of its own day along. */
export function toApprovedRewrite(
  dossier: KnownDossier,
  { what }: Proposal,
  occurredAt: Instant,
  context: DecisionContext,
): Rewrite {
  const correction = { type: 'correct', reasonCode: 'proposal-approved', occurredAt } as const;
  if (what.kind === 'unit') return toRewrite(dossier, { ...correction, unit: true }, context);
  if (what.kind === 'correction') return toRewrite(dossier, { ...correction, ...toCorrected(what.to) }, context);
  const { event, effectiveAt: from, happenedAt: to } = what;
  if (event !== 'received') return { moved: { event, from, to } };
  // A receipt that was corrected meanwhile is no longer the one that was proposed to be moved.
  return dossier.receipt?.at === from ? toRewrite(dossier, { ...correction, receivedAt: to }, context) : {};
}

function toCorrected({ procedure, receivedAt, endedAt, due, limit }: TimedFields) {
  return {
    ...(procedure === undefined ? {} : { procedure: true as const }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(endedAt === undefined || endedAt === null ? {} : { endedAt }),
    ...(due === undefined || due === null ? {} : { due }),
    ...(limit === undefined || limit === null ? {} : { limit }),
  };
}
