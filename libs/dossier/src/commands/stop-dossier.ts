import type { DecisionContext } from '../decision-context.ts';
import type { StopDossier } from '../dossier-command.ts';
import type { Dossier } from '../state/dossier.ts';
import type { PauseReason } from '../vocabulary.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { pausesOf } from '../state/submission.ts';
import { ofSubmission } from './of-submission.ts';

/** Stops the dossier, or lets the citizen withdraw it: it ends, and what stood is closed at that moment. A submission ends nothing by it. */
export function stopDossier(dossier: Dossier, command: StopDossier, context: DecisionContext): Decision {
  if (dossier.status === 'stopped' || dossier.status === 'submission-stopped') return [];
  const unlawful = findUnlawful(dossier, 'stopped', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const { reasonCode, by } = command;
  const payload = { type: 'stopped', reasonCode, by, closedPause: findOpenPause(dossier), ...ofSubmission(dossier) } as const;
  return record(dossier, payload, command.occurredAt, context);
}

/** The reason of the latest pause still open. */
export function findOpenPause(dossier: Dossier): PauseReason | null {
  if (dossier.status === 'none') return null;
  return pausesOf(dossier).findLast(({ to }) => to === null)?.reason ?? null;
}
