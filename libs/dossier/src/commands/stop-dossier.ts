import type { DecisionContext } from '../decision-context.ts';
import type { StopDossier } from '../dossier-command.ts';
import type { Dossier } from '../state/dossier.ts';
import type { PauseReason } from '../vocabulary.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

/** Stops the dossier, or lets the citizen withdraw it: it ends, and what stood is closed at that moment. */
export function stopDossier(dossier: Dossier, command: StopDossier, context: DecisionContext): Decision {
  if (dossier.status === 'stopped') return [];
  const unlawful = findUnlawful(dossier, 'stopped', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const { reasonCode, by } = command;
  return record(dossier, { type: 'stopped', reasonCode, by, closedPause: findOpenPause(dossier) }, command.occurredAt, context);
}

/** The reason of the latest pause still open. */
export function findOpenPause(dossier: Dossier): PauseReason | null {
  if (dossier.status === 'none') return null;
  return dossier.pauses.findLast(({ to }) => to === null)?.reason ?? null;
}
