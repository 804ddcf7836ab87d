import { addPausesWithLedger, dueMomentWithLedger, type ExplainedDue, type WorkingCalendar } from '@motcua/calendar';
import type { KnownDossier } from '../state/dossier.ts';

/** How `currentDue` is counted, step by step, with the calendar the dossier was given; undefined where nothing was promised. */
export function explainDue({ receipt, pauses, extensions }: KnownDossier, calendar: WorkingCalendar): ExplainedDue | undefined {
  if (receipt === null) return undefined;
  if (receipt.suppliedDue !== null) return addPausesWithLedger(calendar, { due: receipt.suppliedDue, start: receipt.at }, pauses);
  if (!receipt.dueKnown || receipt.limit === null) return undefined;
  return dueMomentWithLedger(calendar, { receivedAt: receipt.at, limit: receipt.limit, pauses, extensions });
}
