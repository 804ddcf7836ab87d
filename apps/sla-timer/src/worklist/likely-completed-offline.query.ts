import type { LikelyCompletedOfflineLine } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { inScope, Parameters, type Scope } from './scope.ts';

/** Where a page ends: keyset of (officer, due, dossier). */
export interface LikelyCompletedOfflinePosition {
  readonly officer: string;
  readonly due: string;
  readonly dossierId: string;
}

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
  readonly key_due: string;
}

/**
 * Dossiers that are probably done and not clicked: the trail says finished and the status does not, or nothing was recorded since
 * they became late. An officer's come together, the longest due first.
 */
export async function listLikelyCompletedOffline(
  transaction: Transaction,
  { asOf, ...scope }: Scope & { readonly asOf: number },
  page: { readonly after: LikelyCompletedOfflinePosition | undefined; readonly limit: number },
): Promise<{ count: number; dossiers: LikelyCompletedOfflineLine[]; next: LikelyCompletedOfflinePosition | null }> {
  const parameters = new Parameters();
  const moment = `to_timestamp(${parameters.put(asOf)}::float8 / 1000)`;
  const isUntouched = `(d.ended_at IS NULL AND d.status NOT IN (3, 8, 9, 10) AND d.late_from <= ${moment} AND d.last_touched_at < d.late_from)`;
  const where = [...inScope(scope, parameters), `(d.finished_in_file_at <= ${moment} OR ${isUntouched})`];
  const [counted] = await transaction.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM sla.dossier d WHERE ${where.join(' AND ')}`,
    parameters.values,
  );
  if (page.after !== undefined) {
    const { officer, due, dossierId } = page.after;
    const position = `(${parameters.put(officer)}, ${parameters.put(due)}::timestamptz, ${parameters.put(dossierId)}::uuid)`;
    where.push(`(coalesce(d.officer, ''), coalesce(d.current_due, 'infinity'), d.dossier_id) > ${position}`);
  }
  const rows = await transaction.query<Row>(
    `SELECT d.dossier_id, d.code, d.source_code, d.responsible_unit, d.officer, d.procedure, d.current_due, d.last_touched_at, d.time_zone,
       CASE WHEN d.finished_in_file_at <= ${moment} THEN 'finished-in-file' ELSE 'untouched-past-due' END AS why,
       coalesce(d.current_due, 'infinity')::text AS key_due
     FROM sla.dossier d WHERE ${where.join(' AND ')}
     ORDER BY coalesce(d.officer, ''), coalesce(d.current_due, 'infinity'), d.dossier_id LIMIT ${parameters.put(page.limit + 1)}`,
    parameters.values,
  );
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    count: counted?.count ?? 0,
    dossiers: shown.map(toLine),
    next: last === undefined ? null : { officer: last.officer ?? '', due: last.key_due, dossierId: last.dossier_id },
  };
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
