import type { DecisionContext } from '../decision-context.ts';
import type { Return } from '../dossier-command.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

/** The result was handed over; where nothing said before that it was ready, this is the end. */
export function returnResult(dossier: Dossier, command: Return, context: DecisionContext): Decision {
  if (dossier.status === 'returned') return [];
  const unlawful = findUnlawful(dossier, 'returned', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  return record(dossier, { type: 'returned' }, command.occurredAt, context);
}
