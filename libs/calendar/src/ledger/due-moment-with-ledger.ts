import { traceDue, tracePauses } from '../due/due-moment.ts';
import type { DueRequest, DueResult, GivenDue, Pause, PauseRule } from '../due/due-request.ts';
import type { WorkingCalendar } from '../working-calendar.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { LedgerWriter } from './ledger-writer.ts';

/** The ledger is empty where the request is refused. */
export type ExplainedDue = DueResult & { readonly ledger: readonly LedgerEntry[] };

/** As `dueMoment`, with every step that led there: the same code counts, the ledger only listens. */
export function dueMomentWithLedger(calendar: WorkingCalendar, request: DueRequest): ExplainedDue {
  const writer = new LedgerWriter(calendar, request.limit);
  return explain(writer, traceDue(calendar, request, writer));
}

/** As `addPauses`, with every step that led there. */
export function addPausesWithLedger(
  calendar: WorkingCalendar,
  given: GivenDue,
  pauses: readonly Pause[],
  pauseRule: PauseRule = 'subtract',
): ExplainedDue {
  const writer = new LedgerWriter(calendar, given.limit);
  return explain(writer, tracePauses(calendar, given, { pauses, pauseRule }, writer));
}

function explain(writer: LedgerWriter, result: DueResult): ExplainedDue {
  return { ...result, ledger: result.ok ? writer.close(result.dueAt) : [] };
}
