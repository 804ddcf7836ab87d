import type { Queryable } from '@motcua/postgres';
import type { NotifiableEvent } from '../events/notifiable-event.ts';

/** Notes which imported dossiers are overdue, and whether they were when they came. */
export async function noteImportedBreaches(database: Queryable, events: readonly NotifiableEvent[]): Promise<void> {
  const breached = new Map<string, boolean>();
  for (const { name, clock, dossier, applicantSkip, isHistory } of events) {
    if (name !== 'sla.breached' || clock !== 'dossier' || dossier === null || applicantSkip !== 'imported') continue;
    breached.set(dossier.id, isHistory);
  }
  if (breached.size === 0) return;
  await database.query(
    `INSERT INTO notification.imported_breach (dossier_id, from_import)
     SELECT dossier_id, from_import FROM unnest($1::uuid[], $2::boolean[]) AS given (dossier_id, from_import) ORDER BY dossier_id
     ON CONFLICT (dossier_id) DO UPDATE SET from_import = excluded.from_import`,
    [[...breached.keys()], [...breached.values()]],
  );
}

/** Says that a digest of this day named them. */
export async function noteNamed(database: Queryable, dossiers: readonly string[], date: string): Promise<void> {
  if (dossiers.length === 0) return;
  await database.query(
    'UPDATE notification.imported_breach SET named_on = $2 WHERE dossier_id = ANY ($1::uuid[]) AND named_on IS NULL',
    [dossiers, date],
  );
}
