import type { Transaction } from '@motcua/kafka';
import { toBinaryColumn } from '@motcua/postgres';
import type { OverdueBasis } from './overdue-basis.ts';
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
});

interface Column {
  readonly type: string;
  readonly of: (row: DossierRow) => unknown;
  /** As the column's own type, where the array's differs. */
  readonly as?: (name: string) => string;
}
const moment = (of: Column['of']): Column => ({ type: 'float8', of, as: (name) => `to_timestamp(${name} / 1000)` });
const text = (of: Column['of']): Column => ({ type: 'text', of });

const columns: Readonly<Record<keyof Stored, Column>> = {
  dossier_id: { type: 'uuid', of: (row) => row.dossierId },
  version: { type: 'int4', of: (row) => row.version },
  subject: text((row) => row.subject),
  facts: { type: 'text', of: (row) => JSON.stringify(row.facts), as: (name) => `${name}::jsonb` },
  code: text((row) => row.code),
  source_code: text((row) => row.sourceCode),
  procedure: text((row) => row.procedure),
  responsible_unit: text((row) => row.responsibleUnit),
  // Codes hold no comma and no brace (contract `Code`), but a JSON array needs no such trust.
  path: {
    type: 'text',
    of: (row) => JSON.stringify(row.path),
    as: (name) => `ARRAY(SELECT json_array_elements_text(${name}::json))`,
  },
  handling_unit: text((row) => row.handlingUnit),
  officer: text((row) => row.officer),
  time_zone: text((row) => row.timeZone),
  calendar_id: text((row) => row.calendarId),
  calendar_version: { type: 'int4', of: (row) => row.calendarVersion },
  status: { type: 'int2', of: (row) => row.status },
  ended_at: moment((row) => row.endedAt),
  current_due: moment((row) => row.currentDue),
  late_from: moment((row) => row.lateFrom),
  finished_in_file_at: moment((row) => row.finishedInFileAt),
  last_touched_at: moment((row) => row.lastTouchedAt),
  import_session: { type: 'uuid', of: (row) => row.importSession },
};
const names = Object.keys(columns) as (keyof Stored)[];

const upsert = `
INSERT INTO sla.dossier (${names.join(', ')})
SELECT ${names.map((name) => columns[name].as?.(name) ?? name).join(', ')}
FROM unnest(${names.map((name, index) => `$${index + 1}::${columns[name].type}[]`).join(', ')}) AS given (${names.join(', ')})
ON CONFLICT (dossier_id) DO UPDATE SET ${names
  .filter((name) => name !== 'dossier_id')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ')}`;

/** Writes dossiers in one statement, rows in sorted order. */
export async function writeDossiers(transaction: Transaction, dossiers: readonly DossierRow[]): Promise<void> {
  if (dossiers.length === 0) return;
  const rows = dossiers.toSorted((one, other) => (one.dossierId < other.dossierId ? -1 : 1));
  await transaction.query(
    upsert,
    names.map((name) =>
      toBinaryColumn(
        columns[name].type,
        rows.map((row) => columns[name].of(row)),
      ),
    ),
  );
}
