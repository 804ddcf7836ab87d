import { TransientError, type Transaction } from '@motcua/kafka';
import { createBulkInsert, jsonColumn, momentColumn, textListColumn } from '@motcua/postgres';
import type { OverdueBasis } from './overdue-basis.ts';
import type { UndoPoint } from './undo-point.ts';
import type { DossierRow } from './dossier-row.ts';

interface Stored {
  readonly dossier_id: string;
  readonly version: number;
  readonly subject: string;
  readonly facts: OverdueBasis;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly procedure: string;
  readonly responsible_unit: string;
  readonly path: string[];
  readonly handling_unit: string;
  readonly officer: string | null;
  readonly time_zone: string;
  readonly calendar_id: string;
  readonly calendar_version: number;
  readonly status: number;
  readonly ended_at: Date | null;
  readonly current_due: Date | null;
  readonly late_from: Date | null;
  readonly finished_in_file_at: Date | null;
  readonly last_touched_at: Date;
  readonly import_session: string | null;
  readonly undo: UndoPoint | null;
}

export async function readDossiers(transaction: Transaction, ids: readonly string[]): Promise<Map<string, DossierRow>> {
  const rows = await transaction.query<Stored>('SELECT * FROM sla.dossier WHERE dossier_id = ANY ($1::uuid[])', [ids]);
  return new Map(rows.map((row) => [row.dossier_id, toRow(row)]));
}

const toMs = (at: Date | null): number | null => at?.getTime() ?? null;

const toRow = (row: Stored): DossierRow => ({
  dossierId: row.dossier_id,
  version: row.version,
  subject: row.subject,
  facts: row.facts,
  code: row.code,
  sourceCode: row.source_code,
  procedure: row.procedure,
  responsibleUnit: row.responsible_unit,
  path: row.path,
  handlingUnit: row.handling_unit,
  officer: row.officer,
  timeZone: row.time_zone,
  calendarId: row.calendar_id,
  calendarVersion: row.calendar_version,
  status: row.status,
  endedAt: toMs(row.ended_at),
  currentDue: toMs(row.current_due),
  lateFrom: toMs(row.late_from),
  finishedInFileAt: toMs(row.finished_in_file_at),
  lastTouchedAt: row.last_touched_at.getTime(),
  importSession: row.import_session,
  undo: row.undo,
});

const upsert = createBulkInsert({
  into: 'sla.dossier',
  columns: {
    dossier_id: 'uuid',
    version: 'int4',
    subject: 'text',
    facts: jsonColumn,
    code: 'text',
    source_code: 'text',
    procedure: 'text',
    responsible_unit: 'text',
    path: textListColumn,
    handling_unit: 'text',
    officer: 'text',
    time_zone: 'text',
    calendar_id: 'text',
    calendar_version: 'int4',
    status: 'int2',
    ended_at: momentColumn,
    current_due: momentColumn,
    late_from: momentColumn,
    finished_in_file_at: momentColumn,
    last_touched_at: momentColumn,
    import_session: 'uuid',
    undo: jsonColumn,
  },
  key: ['dossier_id'],
  ifThere: 'replace',
  replaceWhere: 'dossier.version < excluded.version',
  returning: 'dossier_id',
});

/**
 * Writes dossiers in one statement.
 *
 * @throws TransientError where one is there that is not older: another transaction has written it since it was read, and the clocks do not
 * follow from it. Run again, the transaction reads that one
 */
export async function writeDossiers(transaction: Transaction, dossiers: readonly DossierRow[]): Promise<void> {
  const written = await upsert<{ dossier_id: string }>(transaction, dossiers.map(toColumns));
  if (written.length !== dossiers.length)
    throw new TransientError('a dossier was written by another transaction since it was read');
}

const toColumns = (row: DossierRow) => ({
  dossier_id: row.dossierId,
  version: row.version,
  subject: row.subject,
  facts: JSON.stringify(row.facts),
  code: row.code,
  source_code: row.sourceCode,
  procedure: row.procedure,
  responsible_unit: row.responsibleUnit,
  path: JSON.stringify(row.path),
  handling_unit: row.handlingUnit,
  officer: row.officer,
  time_zone: row.timeZone,
  calendar_id: row.calendarId,
  calendar_version: row.calendarVersion,
  status: row.status,
  ended_at: row.endedAt,
  current_due: row.currentDue,
  late_from: row.lateFrom,
  finished_in_file_at: row.finishedInFileAt,
  last_touched_at: row.lastTouchedAt,
  import_session: row.importSession,
  undo: row.undo === null ? null : JSON.stringify(row.undo),
});
