import { createBulkInsert, type Queryable } from '@motcua/postgres';
import type { NotifiableEvent } from '../events/notifiable-event.ts';

const upsert = createBulkInsert({
  into: 'notification.imported_breach',
  columns: { dossier_id: 'uuid', from_import: 'boolean' },
  key: ['dossier_id'],
  ifThere: 'replace',
});

/** Notes which imported dossiers are overdue, and whether they were when they came. */
export async function noteImportedBreaches(database: Queryable, events: readonly NotifiableEvent[]): Promise<void> {
  const breached = new Map<string, boolean>();
  for (const { name, clock, dossier, applicantSkip, isHistory } of events) {
    if (name !== 'sla.breached' || clock !== 'dossier' || dossier === null || applicantSkip !== 'imported') continue;
    breached.set(dossier.id, isHistory);
  }
  await upsert(
    database,
    [...breached].map(([dossier_id, from_import]) => ({ dossier_id, from_import })),
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
