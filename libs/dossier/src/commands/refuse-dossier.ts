import type { DecisionContext } from '../decision-context.ts';
import type { Refuse } from '../dossier-command.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

/** Refuses a submission (no end: it was never received), or returns a received dossier as not eligible, which ends it. */
export function refuseDossier(dossier: Dossier, command: Refuse, context: DecisionContext): Decision {
  if (dossier.status === 'turned-away' || dossier.status === 'refused') return [];
  const unlawful = findUnlawful(dossier, 'refused', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  return record(dossier, { type: 'refused', reasonCode: command.reasonCode }, command.occurredAt, context);
}
