import type { DecisionContext } from '../decision-context.ts';
import type { OpenCommand } from '../dossier-command.ts';
import type { Opening } from '../state/dossier.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findStranger } from './find-stranger.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { toReceipt } from './to-receipt.ts';
import { toSetting } from '../recording/to-setting.ts';

/** Opens a dossier: an online submission, which is not yet a receipt, or a receipt at the counter, which starts the clock. */
export function openDossier(dossier: Dossier, command: OpenCommand, context: DecisionContext): Decision {
  const event = command.type === 'submit' ? 'submitted' : 'received';
  if (dossier.status !== 'none') return refuse('dossier.already-exists');
  const opening = toOpening(command, context);
  if ('sentence' in opening) return opening;
  const unlawful = findUnlawful(dossier, event, command.occurredAt, context);
  if (unlawful !== undefined) return unlawful;
  const stranger = findStranger(command.officer, context);
  if (stranger !== undefined) return stranger;
  if (command.type === 'submit') return record(dossier, { type: 'submitted', opening }, command.occurredAt, context);
  const receipt = toReceipt(command.occurredAt, command.limit, context);
  return record(dossier, { type: 'received', opening, receipt }, command.occurredAt, context);
}

function toOpening(command: OpenCommand, context: DecisionContext): Opening | Refusal {
  const { unit, procedure } = context;
  if (unit === undefined) return refuse('unit.unknown');
  if (procedure === undefined) return refuse('procedure.unknown');
  if (!procedure.levels.includes(unit.kind)) return refuse('procedure.not-at-this-level');
  return {
    id: command.id,
    origin: command.origin,
    sourceCode: null,
    imported: false,
    procedure: procedure.code,
    field: procedure.field,
    serviceLevel: procedure.serviceLevel,
    channel: command.channel,
    responsible: unit,
    officer: command.officer,
    setting: toSetting(context),
  };
}
