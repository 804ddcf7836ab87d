import { createBulkInsert, textListColumn, type Queryable } from '@motcua/postgres';
import type { ProjectedState } from '../../notices/events/parse-dossier-event.ts';

const upsert = createBulkInsert({
  into: 'notification.dossier',
  columns: {
    dossier_id: 'uuid',
    version: 'integer',
    code: 'text',
    source_code: 'text',
    procedure: 'text',
    imported: 'boolean',
    unit: 'text',
    handling_unit: 'text',
    officer: 'text',
    status: 'smallint',
    current_due: 'timestamptz',
    late_from: 'timestamptz',
    is_open: 'boolean',
    is_waiting: 'boolean',
    from_import: 'boolean',
    time_zone: 'text',
    path: textListColumn,
  },
  key: ['dossier_id'],
  ifThere: 'replace',
  replaceWhere: 'dossier.version < excluded.version',
});

/** Keeps the newest state of each dossier; an older or repeated one changes nothing. */
export async function projectDossiers(database: Queryable, snapshots: readonly ProjectedState[]): Promise<void> {
  const newest = new Map<string, ProjectedState>();
  for (const snapshot of snapshots) {
    const known = newest.get(snapshot.dossierId);
    if (known === undefined || known.dossierVersion < snapshot.dossierVersion) newest.set(snapshot.dossierId, snapshot);
  }
  await upsert(database, [...newest.values()].map(toRow));
}

function toRow(snapshot: ProjectedState) {
  const { receivedAt, endedAt, pauses } = snapshot;
  return {
    dossier_id: snapshot.dossierId,
    version: snapshot.dossierVersion,
    code: snapshot.code,
    source_code: snapshot.sourceCode,
    procedure: snapshot.procedure,
    imported: snapshot.imported,
    unit: snapshot.responsibleUnit,
    handling_unit: snapshot.handlingUnit,
    officer: snapshot.officer,
    status: snapshot.status,
    current_due: snapshot.currentDue,
    late_from: snapshot.lateFrom.current,
    is_open: receivedAt !== null && endedAt === null,
    is_waiting: pauses.some(({ reason, to }) => reason === 'supplement' && to === null),
    from_import: (snapshot.importSession ?? null) !== null,
    time_zone: snapshot.timeZone,
    path: JSON.stringify(snapshot.responsiblePath),
  };
}
