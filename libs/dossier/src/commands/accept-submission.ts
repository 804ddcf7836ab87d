import type { DecisionContext } from '../decision-context.ts';
import type { AcceptSubmission } from '../dossier-command.ts';
import { refuse } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findStranger } from './find-stranger.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { toReceipt } from './to-receipt.ts';
import { toSetting } from '../recording/to-setting.ts';

/** Receives what was submitted online: now its clock starts, under the rules and the calendar of this day. */
export function acceptSubmission(dossier: Dossier, command: AcceptSubmission, context: DecisionContext): Decision {
  if (dossier.status === 'none') return refuse('dossier.unknown');
  if (dossier.receipt !== null) return refuse('dossier.already-received');
  const unlawful = findUnlawful(dossier, 'received', command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  if (context.procedure === undefined) return refuse('procedure.unknown');
  const stranger = findStranger(command.officer, context);
  if (stranger !== undefined) return stranger;
  const { id, origin, sourceCode, imported, procedure, field, serviceLevel, channel } = dossier;
  const opening = {
    id,
    origin,
    sourceCode,
    imported,
    procedure,
    field,
    serviceLevel,
    channel,
    responsible: context.unit ?? dossier.responsible,
    officer: command.officer ?? dossier.officer,
    setting: toSetting(context),
  };
  const receipt = toReceipt(command.occurredAt, command.limit, context);
  return record(dossier, { type: 'received', opening, receipt }, command.occurredAt, context);
}
