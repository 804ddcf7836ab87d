import { listChangedFields } from '../recording/list-changed-fields.ts';
import { toRewrite } from '../recording/to-rewrite.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { Correct } from '../dossier-command.ts';
import type { Proposing } from '../state/dossier-event.ts';
import type { KnownDossier } from '../state/dossier.ts';
import { toProposalState, type TimedFields } from '../state/proposal.ts';
import { isSameFields, toTimedFields } from './timed-fields.ts';
import { toLapse } from './to-lapse.ts';

/**
 * What a correction of fields that count for being on time proposes; undefined: they are right already, or the same waits for a
 * decision.
 *
 * @param timed the command with those fields alone
 */
export function proposeCorrection(dossier: KnownDossier, timed: Correct, context: DecisionContext): Proposing | undefined {
  const { now, actor = null } = context;
  if (listChangedFields(dossier, toRewrite(dossier, timed, context)).length === 0) return undefined;
  const to = toProposed(timed, context);
  const isWaiting = dossier.proposals?.some(
    (proposal) =>
      proposal.what.kind === 'correction' && isSameFields(proposal.what.to, to) && toProposalState(proposal, now) === 'pending',
  );
  if (isWaiting === true) return undefined;
  return { what: { kind: 'correction', from: toTimedFields(dossier, to), to }, madeBy: actor, lapsesAt: toLapse(context) };
}

function toProposed({ procedure: names, receivedAt, endedAt, due, limit }: Correct, { procedure }: DecisionContext): TimedFields {
  return {
    ...(names === undefined || procedure === undefined ? {} : { procedure: procedure.code }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(due === undefined ? {} : { due }),
    ...(limit === undefined ? {} : { limit }),
  };
}
