import type { OverdueCauseCode, OverdueCauseRecord } from '@motcua/contracts';
import type { Transaction } from '@motcua/postgres';
import { toIso } from '../outbox/sla-events.ts';
import { toOverdueCause, type CauseColumns } from './cause.store.ts';

/** Where a page ends: keyset of (overdue since, dossier). */
export interface OverdueCausePosition {
  readonly since: string;
  readonly dossierId: string;
}

interface Row extends CauseColumns, Record<string, unknown> {
  readonly code: string | null;
  readonly source_code: string | null;
  readonly responsible_unit: string;
  readonly officer: string | null;
  readonly time_zone: string;
  readonly key_since: string;
}

const columns = 'v.*, d.code, d.source_code, d.responsible_unit, d.officer, d.time_zone, v.overdue_since::text AS key_since';

/** The overdue cause of a dossier; undefined: none was ever given. */
export async function findCause(transaction: Transaction, dossierId: string): Promise<OverdueCauseRecord | undefined> {
  const [row] = await transaction.query<Row>(
    `SELECT ${columns} FROM sla.verdict v JOIN sla.dossier d USING (dossier_id) WHERE v.dossier_id = $1`,
    [dossierId],
  );
  return row === undefined ? undefined : toView(row);
}

/** Overdue causes that hold, in the order in which the dossiers became overdue, and how many there are by cause. */
export async function listCauses(
  transaction: Transaction,
  {
    unit,
    subtree,
    cause,
  }: { readonly unit: string; readonly subtree: readonly string[]; readonly cause: OverdueCauseCode | undefined },
  page: { readonly after: OverdueCausePosition | undefined; readonly limit: number },
): Promise<{
  byCause: Partial<Record<OverdueCauseCode, number>>;
  overdueCauses: OverdueCauseRecord[];
  next: OverdueCausePosition | null;
}> {
  const tables = 'sla.verdict v JOIN sla.dossier d USING (dossier_id)';
  const where =
    'd.responsible_unit = ANY ($3::text[]) AND d.path @> ARRAY[$1::text] AND v.cause IS NOT NULL AND ($2::text IS NULL OR v.cause = $2)';
  const counted = await transaction.query<{ cause: OverdueCauseCode; count: number }>(
    `SELECT v.cause, count(*)::int AS count FROM ${tables} WHERE ${where} GROUP BY 1`,
    [unit, cause ?? null, subtree],
  );
  const rows = await transaction.query<Row>(
    `SELECT ${columns} FROM ${tables} WHERE ${where} AND ($4::timestamptz IS NULL OR (v.overdue_since, v.dossier_id) > ($4, $5::uuid))
     ORDER BY v.overdue_since, v.dossier_id LIMIT $6`,
    [unit, cause ?? null, subtree, page.after?.since ?? null, page.after?.dossierId ?? null, page.limit + 1],
  );
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    byCause: Object.fromEntries(counted.map(({ cause: of, count }) => [of, count])),
    overdueCauses: shown.map(toView),
    next: last === undefined ? null : { since: last.key_since, dossierId: last.dossier_id },
  };
}

function toView(row: Row): OverdueCauseRecord {
  const { overdueSince, judgedAt, ...overdueCause } = toOverdueCause(row);
  return {
    ...overdueCause,
    code: row.code,
    sourceCode: row.source_code,
    unit: row.responsible_unit,
    officer: row.officer,
    overdueSince: toIso(overdueSince),
    judgedAt: toIso(judgedAt),
    timeZone: row.time_zone,
  };
}
