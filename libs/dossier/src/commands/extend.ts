import type { DecisionContext } from '../decision-context.ts';
import type { Extend } from '../dossier-command.ts';
import { findOutsideHours } from '../refusal/outside-hours.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { Dossier, KnownDossier } from '../state/dossier.ts';
import { findUnlawful } from '../recording/find-unlawful.ts';
import { record, type Decision } from '../recording/record.ts';
import type { Instant } from '../vocabulary.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Apology and re-appointment (NĐ 61/2018 Art. 19(9)): once, in good time before due, to a later minute at which the office is open. */
export function extend(dossier: Dossier, command: Extend, context: DecisionContext): Decision {
  const newDue = Math.floor(command.newDue / MINUTE_MS) * MINUTE_MS;
  if (dossier.status !== 'none' && dossier.extensions.at(-1)?.newDue === newDue) return [];
  const unlawful = findUnlawful(dossier, 'extended', command.occurredAt, context);
  if (unlawful !== undefined || dossier.status === 'none') return unlawful ?? refuse('dossier.unknown');
  const previousDue = dossier.clock.currentDue;
  if (previousDue === null) return refuse('dossier.no-due');
  const refusal = findObstacle(dossier, command, { due: previousDue, newDue }, context);
  if (refusal !== undefined) return refusal;
  const payload = {
    type: 'extended',
    reasonCode: command.reasonCode,
    extension: { at: command.occurredAt, newDue },
    previousDue,
  } as const;
  return record(dossier, payload, command.occurredAt, context);
}

function findObstacle(
  dossier: KnownDossier,
  command: Extend,
  { due, newDue }: { readonly due: Instant; readonly newDue: Instant },
  { ruleSet, calendar }: DecisionContext,
): Refusal | undefined {
  const limit = dossier.receipt?.limit;
  if (limit?.amount === 0) return refuse('dossier.extension-same-day');
  if (dossier.extensions.length >= ruleSet.maxExtensions) return refuse('dossier.extension-already-given');
  if (command.occurredAt > due - ruleSet.extensionNoticeHours * HOUR_MS) return refuse('dossier.extension-too-late');
  return newDue > due ? findOutsideHours(calendar, newDue, due) : refuse('dossier.extension-not-later');
}
