import type { WorkingCalendar } from '@motcua/calendar';
import { explainDue, type KnownDossier } from '@motcua/dossier';

/** How the dossier's currentDue is counted with a calendar, in the shape that is published; empty where nothing was promised. */
export function toLedger(dossier: KnownDossier, calendar: WorkingCalendar | undefined): Record<string, unknown>[] {
  const explained = calendar === undefined ? undefined : explainDue(dossier, calendar);
  return explained?.ok === true ? explained.ledger.map(toLine) : [];
}

/** The ledger's instants as ISO 8601; `from` and `to` of a roll are dates already. */
function toLine(entry: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]: [string, unknown]) => [
      key,
      instants.has(key) && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  );
}

const instants = new Set(['from', 'to', 'at', 'newDue', 'dueBefore', 'dueAfter', 'countedFrom']);
