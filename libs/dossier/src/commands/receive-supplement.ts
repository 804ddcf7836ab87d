import type { DecisionContext } from '../decision-context.ts';
import type { ReceiveSupplement } from '../dossier-command.ts';
import { refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { pausesOf } from '../state/submission.ts';

/** The citizen completed the dossier: the clock goes on, by the rule of the rule set. */
export function receiveSupplement(dossier: Dossier, command: ReceiveSupplement, context: DecisionContext): Decision {
  const unlawful = findUnlawful(dossier, 'supplement-received', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const isAwaited =
    dossier.status !== 'none' && pausesOf(dossier).some(({ reason, to }) => reason === 'supplement' && to === null);
  return isAwaited
    ? record(dossier, { type: 'supplement-received' }, command.occurredAt, context)
    : refuse('dossier.no-supplement-open');
}
