import type { DecisionContext } from '../decision-context.ts';
import type { Redate } from '../dossier-command.ts';
import { refuse, isRefusal } from '../refusal/refusal.ts';
import type { Dossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import { toSetting } from '../recording/to-setting.ts';

/** Counts the due moments afresh with the context's version of the calendar, as when a swap of days is announced late. */
export function redate(dossier: Dossier, command: Redate, context: DecisionContext): Decision {
  const unlawful = findUnlawful(dossier, 'redated', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const { reasonCode, occurredAt } = command;
  const setting = { ...toSetting(context), ruleSet: dossier.setting.ruleSet };
  const previousDue = dossier.clock.currentDue;
  const events = record(dossier, { type: 'redated', reasonCode, setting, previousDue }, occurredAt, context);
  return isRefusal(events) || !isSameCalendar(dossier.setting.calendar, setting.calendar) ? events : [];
}

const isSameCalendar = (left: { id: string; version: number }, right: { id: string; version: number }): boolean =>
  left.id === right.id && left.version === right.version;
