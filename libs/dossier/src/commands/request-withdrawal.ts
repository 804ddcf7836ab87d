import type { DecisionContext } from '../decision-context.ts';
import type { RequestWithdrawal } from '../dossier-command.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { ofSubmission } from './of-submission.ts';

/** The citizen asks to withdraw: the clock stands until that is settled. */
export function requestWithdrawal(dossier: Dossier, command: RequestWithdrawal, context: DecisionContext): Decision {
  if (dossier.status === 'withdrawal-requested' || dossier.status === 'submission-withdrawal-requested') return [];
  const unlawful = findUnlawful(dossier, 'withdrawal-requested', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const rule = context.ruleSet.pauseRules.withdrawal;
  return record(dossier, { type: 'withdrawal-requested', rule, ...ofSubmission(dossier) }, command.occurredAt, context);
}
