import { toRewrite } from '../commands/to-rewrite.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { Rewrite } from '../dossier-event.ts';
import type { KnownDossier } from '../state/dossier.ts';
import type { Proposal } from '../state/proposal.ts';
import type { Instant } from '../vocabulary.ts';

/** What an approved proposal rewrites. A right unit or receipt brings the rules and the calendar of its own day along. */
export function toApprovedRewrite(
  dossier: KnownDossier,
  { what }: Proposal,
  occurredAt: Instant,
  context: DecisionContext,
): Rewrite {
  const correction = { type: 'correct', reasonCode: 'proposal-approved', occurredAt } as const;
  if (what.kind === 'unit') return toRewrite(dossier, { ...correction, unit: true }, context);
  const { event, effectiveAt: from, happenedAt: to } = what;
  if (event !== 'received') return { moved: { event, from, to } };
  // A receipt that was corrected meanwhile is no longer the one that was proposed to be moved.
  return dossier.receipt?.at === from ? toRewrite(dossier, { ...correction, receivedAt: to }, context) : {};
}
