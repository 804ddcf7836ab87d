import type { DecisionContext } from '../decision-context.ts';
import type { ConfirmPayment } from '../dossier-command.ts';
import { refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { pausesOf } from '../state/submission.ts';

/** The payment arrived: the clock goes on. */
export function confirmPayment(dossier: Dossier, command: ConfirmPayment, context: DecisionContext): Decision {
  const unlawful = findUnlawful(dossier, 'payment-made', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const isAwaited = dossier.status !== 'none' && pausesOf(dossier).some(({ reason, to }) => reason === 'payment' && to === null);
  return isAwaited ? record(dossier, { type: 'payment-made' }, command.occurredAt, context) : refuse('dossier.no-payment-open');
}
