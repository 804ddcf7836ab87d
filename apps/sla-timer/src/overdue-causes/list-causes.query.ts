import type { OverdueCauseCode, OverdueCauseRecord } from '@motcua/contracts';
import { Keyset, Parameters, type KeysetPosition, type KeysetRow, type Transaction } from '@motcua/postgres';
import { toIso } from '../outbox/sla-events.ts';
import { toOverdueCause, type CauseColumns } from './cause.store.ts';

const oldestFirst = new Keyset({ since: ['v.overdue_since', 'timestamptz'], dossierId: ['v.dossier_id', 'uuid'] });
export type OverdueCausePosition = KeysetPosition<'since' | 'dossierId'>;

interface Row extends CauseColumns, Record<string, unknown> {
  readonly code: string | null;
  readonly source_code: string | null;
  readonly responsible_unit: string;
  readonly officer: string | null;
  readonly time_zone: string;
}

const columns = 'v.*, d.code, d.source_code, d.responsible_unit, d.officer, d.time_zone';

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
  { after, limit }: { readonly after: OverdueCausePosition | undefined; readonly limit: number },
): Promise<{
  byCause: Partial<Record<OverdueCauseCode, number>>;
  overdueCauses: OverdueCauseRecord[];
  next: OverdueCausePosition | null;
}> {
  const tables = 'sla.verdict v JOIN sla.dossier d USING (dossier_id)';
  const where =
    'd.responsible_unit = ANY ($3::text[]) AND d.path @> ARRAY[$1::text] AND v.cause IS NOT NULL AND ($2::text IS NULL OR v.cause = $2)';
  const parameters = new Parameters([unit, cause ?? null, subtree]);
  const counted = await transaction.query<{ cause: OverdueCauseCode; count: number }>(
    `SELECT v.cause, count(*)::int AS count FROM ${tables} WHERE ${where} GROUP BY 1`,
    parameters.values,
  );
  const rows = await transaction.query<KeysetRow<Row, keyof OverdueCausePosition>>(
    `SELECT ${columns}, ${oldestFirst.columns} FROM ${tables}
     WHERE ${[where, ...oldestFirst.behind(after, parameters)].join(' AND ')} ${oldestFirst.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = oldestFirst.cut(rows, limit);
  return {
    byCause: Object.fromEntries(counted.map(({ cause: of, count }) => [of, count])),
    overdueCauses: page.map(toView),
    next,
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
