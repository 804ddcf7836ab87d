import type { DossierView } from '@motcua/contracts';
import { explainDue } from '@motcua/dossier';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { StoredDossier } from './dossier.store.ts';
import { toSnapshot } from './to-snapshot.ts';

/** The dossier and how its due moment was counted, as every write answers it. */
export function toView(data: ReferenceData, stored: StoredDossier): DossierView {
  const calendar = data.findCalendar(stored.dossier.setting.calendar);
  const explained = calendar === undefined ? undefined : explainDue(stored.dossier, calendar);
  return { dossier: toSnapshot(stored.dossier, stored), ledger: explained?.ok === true ? explained.ledger.map(toLine) : [] };
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
