import type { DecisionContext } from '../decision-context.ts';
import type { RequestPayment } from '../dossier-command.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

/** Asks for the financial obligation: the clock stands until it is met. */
export function requestPayment(dossier: Dossier, command: RequestPayment, context: DecisionContext): Decision {
  if (dossier.status === 'payment-requested') return [];
  const unlawful = findUnlawful(dossier, 'payment-requested', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  return record(dossier, { type: 'payment-requested', rule: context.ruleSet.pauseRules.payment }, command.occurredAt, context);
}
