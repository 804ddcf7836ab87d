import { toPresent } from '../recording/present.ts';
import type { Decision } from '../recording/record.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { DossierCommand } from '../dossier-command.ts';
import type { DossierEvent, Proposing } from '../state/dossier-event.ts';
import { isRefusal, refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import type { Instant } from '../vocabulary.ts';
import { findFloor } from './is-backdated.ts';
import { toLapse } from './to-lapse.ts';

/** These hold from when they are given: there is no earlier moment that anything could follow from. */
const immediate: ReadonlySet<DossierCommand['type']> = new Set<DossierCommand['type']>([
  'reassign',
  'redate',
  'correct',
  'propose-unit',
  'approve-proposal',
  'reject-proposal',
  'revert',
]);

/**
 * A command from too far back takes effect now, and its event proposes the moment at which it is said to have happened.
 *
 * @param decideNow decides on a command whose moment is lawful
 */
export function proposeMoment(
  dossier: Dossier,
  command: DossierCommand,
  context: DecisionContext,
  decideNow: (dossier: Dossier, command: DossierCommand, context: DecisionContext) => Decision,
): Decision {
  if (immediate.has(command.type)) return refuse('command.not-backdatable');
  const effectiveAt = toPresent(dossier, context.now);
  const decision = decideNow(dossier, { ...command, occurredAt: effectiveAt }, context);
  if (isRefusal(decision) || decision.length === 0) return decision;
  const isBeforeAnother = dossier.status !== 'none' && command.occurredAt < findFloor(dossier, context.now);
  if (isBeforeAnother) return refuse('command.before-last-event');
  return decision.map((event) => ({ ...event, proposes: toProposing(dossier, event, command.occurredAt, context) }));
}

function toProposing(dossier: Dossier, event: DossierEvent, happenedAt: Instant, context: DecisionContext): Proposing {
  const notBefore = dossier.status === 'none' ? null : dossier.lastOccurredAt;
  const what = { kind: 'moment', event: event.type, effectiveAt: event.occurredAt, happenedAt, notBefore } as const;
  return { what, madeBy: context.actor ?? null, lapsesAt: toLapse(context) };
}
