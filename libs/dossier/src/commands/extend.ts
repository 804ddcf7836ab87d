import type { DecisionContext } from '../decision-context.ts';
import type { Extend } from '../dossier-command.ts';
import { findOutsideHours } from '../refusal/outside-hours.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier, KnownDossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Apology and re-appointment (NĐ 61/2018 Art. 19(9)): once, in good time before due, to a later minute at which the office is open. */
export function extend(dossier: Dossier, command: Extend, context: DecisionContext): Decision {
  const newDue = Math.floor(command.newDue / MINUTE_MS) * MINUTE_MS;
  if (dossier.status !== 'none' && dossier.extensions.at(-1)?.newDue === newDue) return [];
  const unlawful = findUnlawful(dossier, 'extended', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const refusal = findObstacle(dossier, command, newDue, context);
  if (refusal !== undefined) return refusal;
  const extension = { at: command.occurredAt, newDue };
  return record(dossier, { type: 'extended', reasonCode: command.reasonCode, extension }, command.occurredAt, context);
}

function findObstacle(dossier: KnownDossier, command: Extend, newDue: number, context: DecisionContext): Refusal | undefined {
  const { ruleSet, calendar } = context;
  const due = dossier.clock.currentDue;
  const limit = dossier.receipt?.limit;
  if (due === null) return refuse('dossier.no-due');
  if (limit?.amount === 0) return refuse('dossier.extension-same-day');
  if (dossier.extensions.length >= ruleSet.maxExtensions) return refuse('dossier.extension-already-given');
  if (command.occurredAt > due - ruleSet.extensionNoticeHours * HOUR_MS) return refuse('dossier.extension-too-late');
  return newDue > due ? findOutsideHours(calendar, newDue, due) : refuse('dossier.extension-not-later');
}
