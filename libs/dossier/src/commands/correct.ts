import { proposeCorrection } from '../backdating/propose-correction.ts';
import { splitCorrection } from '../backdating/timed-fields.ts';
import type { DecisionContext } from '../decision-context.ts';
import type { Correct } from '../dossier-command.ts';
import { findOutsideHours } from '../refusal/outside-hours.ts';
import { isRefusal, refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier, KnownDossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { listChangedFields } from '../recording/list-changed-fields.ts';
import { toRewrite } from '../recording/to-rewrite.ts';

/**
 * Rewrites what was recorded wrongly. What is counted whether the dossier was on time is proposed by it and stays what it was until
 * another person approves it.
 */
export function correct(dossier: Dossier, command: Correct, context: DecisionContext): Decision {
  const unlawful = findUnlawful(dossier, 'corrected', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const obstacle = findObstacle(dossier, command, context);
  if (obstacle !== undefined) return obstacle;
  const { plain, timed } = splitCorrection(command);
  const rewrite = toRewrite(dossier, plain, context);
  const fields = listChangedFields(dossier, rewrite);
  const proposes = proposeCorrection(dossier, timed, context);
  if (fields.length === 0 && proposes === undefined) return [];
  const payload = { type: 'corrected', reasonCode: command.reasonCode, fields, rewrite } as const;
  const decision = record(dossier, payload, command.occurredAt, context);
  if (isRefusal(decision) || proposes === undefined) return decision;
  return decision.map((event) => ({ ...event, proposes }));
}

function findObstacle(dossier: KnownDossier, command: Correct, context: DecisionContext): Refusal | undefined {
  const { occurredAt: _at, reasonCode: _reason, type: _type, ...fields } = command;
  if (Object.keys(fields).length === 0) return refuse('dossier.nothing-to-correct');
  if (command.unit === true) return refuse('dossier.unit-by-proposal');
  if (command.procedure === true && context.procedure === undefined) return refuse('procedure.unknown');
  if (command.endedAt !== undefined && dossier.end === null) return refuse('dossier.not-ended');
  // Nobody vouches for an id where the unit that handles it is no more, or has no staff.
  if (command.officer !== undefined && context.officer !== 'staff') return refuse('officer.not-of-unit', command.officer);
  const isOfReceipt = command.receivedAt !== undefined || command.limit !== undefined || command.due !== undefined;
  if (isOfReceipt && dossier.receipt === null) return refuse('dossier.not-received');
  return command.due === undefined ? undefined : findOutsideHours(context.calendar, command.due);
}
