import type { DecisionContext } from '../decision-context.ts';
import type { RequestPayment } from '../dossier-command.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { ofSubmission } from './of-submission.ts';

/** Asks for the financial obligation: the clock stands until it is met; of an online submission that of its acceptance. */
export function requestPayment(dossier: Dossier, command: RequestPayment, context: DecisionContext): Decision {
  if (dossier.status === 'payment-requested' || dossier.status === 'submission-payment-requested') return [];
  const unlawful = findUnlawful(dossier, 'payment-requested', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const rule = context.ruleSet.pauseRules.payment;
  return record(dossier, { type: 'payment-requested', rule, ...ofSubmission(dossier) }, command.occurredAt, context);
}
