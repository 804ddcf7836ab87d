import type { DossierLine } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';
import type { TableSet } from '../../projection/table-set.ts';
import type { SqlCondition } from './counted-facts.ts';
import { toDossierLine, type LineRow } from './dossier-line.ts';

/** Where a page ends: keyset of (receipt, dossier). */
export interface PagePosition {
  readonly receivedAt: number;
  readonly dossierId: string;
}

export async function countCounted(database: Queryable, tableSet: TableSet, { sql, parameters }: SqlCondition): Promise<number> {
  const [row] = await database.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM kpi.fact_${tableSet} f JOIN kpi.place p ON p.id = f.place WHERE ${sql}`,
    parameters,
  );
  return row?.total ?? 0;
}

/** A page of what a part counts, in the order of receipt, and where the next one goes on. */
export async function listCounted(
  database: Queryable,
  tableSet: TableSet,
  { sql, parameters }: SqlCondition,
  page: { readonly after: PagePosition | undefined; readonly limit: number },
): Promise<{ dossiers: readonly DossierLine[]; next: PagePosition | null }> {
  const at = parameters.length;
  const beyond = page.after === undefined ? 'true' : `(f.received_at, f.dossier_id) > ($${at + 2}::bigint, $${at + 3}::uuid)`;
  const rows = await database.query<LineRow>(
    `SELECT f.*, p.unit, p.time_zone FROM kpi.fact_${tableSet} f JOIN kpi.place p ON p.id = f.place
     WHERE ${sql} AND ${beyond} ORDER BY f.received_at, f.dossier_id LIMIT $${at + 1}`,
    [...parameters, page.limit + 1, ...(page.after === undefined ? [] : [page.after.receivedAt, page.after.dossierId])],
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const next =
    rows.length > page.limit && last !== undefined ? { receivedAt: Number(last.received_at), dossierId: last.dossier_id } : null;
  return { dossiers: shown.map(toDossierLine), next };
}
