import type { DecisionContext } from '../decision-context.ts';
import type { Correct } from '../dossier-command.ts';
import { findOutsideHours } from '../refusal/outside-hours.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier, KnownDossier } from '../state/dossier.ts';
import { findUnlawful } from './find-unlawful.ts';
import { record, type Decision } from './record.ts';
import { listChangedFields } from './list-changed-fields.ts';
import { toRewrite } from './to-rewrite.ts';

/** Rewrites what was recorded wrongly and counts everything afresh, as if it had been right from the start. */
export function correct(dossier: Dossier, command: Correct, context: DecisionContext): Decision {
  const unlawful = findUnlawful(dossier, 'corrected', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const obstacle = findObstacle(dossier, command, context);
  if (obstacle !== undefined) return obstacle;
  const rewrite = toRewrite(dossier, command, context);
  const fields = listChangedFields(dossier, rewrite);
  if (fields.length === 0) return [];
  return record(dossier, { type: 'corrected', reasonCode: command.reasonCode, fields, rewrite }, command.occurredAt, context);
}

function findObstacle(dossier: KnownDossier, command: Correct, context: DecisionContext): Refusal | undefined {
  const { occurredAt: _at, reasonCode: _reason, type: _type, ...fields } = command;
  if (Object.keys(fields).length === 0) return refuse('dossier.nothing-to-correct');
  if (command.unit === true) return refuse('dossier.unit-by-proposal');
  if (command.procedure === true && context.procedure === undefined) return refuse('procedure.unknown');
  if (command.endedAt !== undefined && dossier.end === null) return refuse('dossier.not-ended');
  const isOfReceipt = command.receivedAt !== undefined || command.limit !== undefined || command.due !== undefined;
  if (isOfReceipt && dossier.receipt === null) return refuse('dossier.not-received');
  return command.due === undefined ? undefined : findOutsideHours(context.calendar, command.due);
}
