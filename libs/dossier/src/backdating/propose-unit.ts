import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { ProposeUnit } from '../dossier-command.ts';
import { isRefusal, refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { toProposalState } from '../state/proposal.ts';
import { toLapse } from './to-lapse.ts';

/** Says that another unit was responsible from receipt on. Nothing follows from it until somebody above both units approves it. */
export function proposeUnit(dossier: Dossier, command: ProposeUnit, context: DecisionContext): Decision {
  const { unit, now } = context;
  if (unit === undefined) return refuse('unit.unknown');
  const unlawful = findUnlawful(dossier, 'corrected', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const isWaiting = dossier.proposals?.some(
    (proposal) =>
      proposal.what.kind === 'unit' && proposal.what.unit === unit.code && toProposalState(proposal, now) === 'pending',
  );
  if (dossier.responsible.code === unit.code || isWaiting === true) return [];
  const payload = { type: 'corrected', reasonCode: command.reasonCode, fields: [], rewrite: {} } as const;
  const decision = record(dossier, payload, command.occurredAt, context);
  if (isRefusal(decision)) return decision;
  const proposes = {
    what: { kind: 'unit', unit: unit.code },
    madeBy: context.actor ?? null,
    lapsesAt: toLapse(context),
  } as const;
  return decision.map((event) => ({ ...event, proposes }));
}
