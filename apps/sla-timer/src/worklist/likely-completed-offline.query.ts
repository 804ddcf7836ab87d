import type { LikelyCompletedOfflineLine } from '@motcua/contracts';
import { Keyset, Parameters, type KeysetPosition, type KeysetRow, type Transaction } from '@motcua/postgres';
import { inScope, type Scope } from './scope.ts';

const byOfficer = new Keyset({
  officer: [`coalesce(d.officer, '')`, 'text'],
  due: [`coalesce(d.current_due, 'infinity')`, 'timestamptz'],
  dossierId: ['d.dossier_id', 'uuid'],
});
export type LikelyCompletedOfflinePosition = KeysetPosition<'officer' | 'due' | 'dossierId'>;

interface Row extends Record<string, unknown> {
  readonly dossier_id: string;
  readonly code: string | null;
  readonly source_code: string | null;
  readonly responsible_unit: string;
  readonly officer: string | null;
  readonly procedure: string;
  readonly why: LikelyCompletedOfflineLine['why'];
  readonly current_due: Date | null;
  readonly last_touched_at: Date;
  readonly time_zone: string;
}

/**
 * Dossiers that are probably done and not clicked: the trail says finished and the status does not, or nothing was recorded since
 * they became late. An officer's come together, the longest due first.
 */
export async function listLikelyCompletedOffline(
  transaction: Transaction,
  { asOf, ...scope }: Scope & { readonly asOf: number },
  { after, limit }: { readonly after: LikelyCompletedOfflinePosition | undefined; readonly limit: number },
): Promise<{ count: number; dossiers: LikelyCompletedOfflineLine[]; next: LikelyCompletedOfflinePosition | null }> {
  const parameters = new Parameters();
  const moment = `to_timestamp(${parameters.put(asOf)}::float8 / 1000)`;
  const isUntouched = `(d.ended_at IS NULL AND d.status NOT IN (3, 8, 9, 10) AND d.late_from <= ${moment} AND d.last_touched_at < d.late_from)`;
  const where = [...inScope(scope, parameters), `(d.finished_in_file_at <= ${moment} OR ${isUntouched})`];
  const [counted] = await transaction.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM sla.dossier d WHERE ${where.join(' AND ')}`,
    parameters.values,
  );
  const rows = await transaction.query<KeysetRow<Row, keyof LikelyCompletedOfflinePosition>>(
    `SELECT d.dossier_id, d.code, d.source_code, d.responsible_unit, d.officer, d.procedure, d.current_due, d.last_touched_at, d.time_zone,
       CASE WHEN d.finished_in_file_at <= ${moment} THEN 'finished-in-file' ELSE 'untouched-past-due' END AS why, ${byOfficer.columns}
     FROM sla.dossier d
     WHERE ${[...where, ...byOfficer.behind(after, parameters)].join(' AND ')} ${byOfficer.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = byOfficer.cut(rows, limit);
  return { count: counted?.count ?? 0, dossiers: page.map(toLine), next };
}

const toLine = (row: Row): LikelyCompletedOfflineLine => ({
  dossierId: row.dossier_id,
  code: row.code,
  sourceCode: row.source_code,
  unit: row.responsible_unit,
  officer: row.officer,
  procedure: row.procedure,
  why: row.why,
  due: row.current_due?.toISOString() ?? null,
  lastTouchedAt: row.last_touched_at.toISOString(),
  timeZone: row.time_zone,
});
