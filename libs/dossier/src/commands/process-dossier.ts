import type { DecisionContext } from '../decision-context.ts';
import type { Process } from '../dossier-command.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

/** The result is ready: the dossier ends, and what stood is closed at that moment. */
export function processDossier(dossier: Dossier, command: Process, context: DecisionContext): Decision {
  if (dossier.status === 'processed') return [];
  const unlawful = findUnlawful(dossier, 'processed', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  return record(dossier, { type: 'processed' }, command.occurredAt, context);
}
