import { TransientError } from '@motcua/kafka';
import type { Queryable } from '@motcua/postgres';
import type { TableSet } from '../table-set.ts';
import { factColumns, type FactColumns } from './fact-columns.ts';

const columns = Object.entries(factColumns);
const names = columns.map(([name]) => name).join(', ');
const values = columns.map(([, { type }], index) => `unnest($${index + 1}::${type}[])`).join(', ');
const assignments = columns.map(([name]) => `${name} = excluded.${name}`).join(', ');

/**
 * Inserts rows or replaces older ones; sorted by dossier, so that two writers lock in one order.
 *
 * @throws TransientError where a row is there that is not older: another has written it since it was read, and what was added to cells
 * does not follow from it. Run again, the transaction reads that one
 */
export async function writeFactRows(database: Queryable, tableSet: TableSet, rows: readonly FactColumns[]): Promise<void> {
  const [answer] = await database.query<{ written: number }>(
    `WITH written AS (
       INSERT INTO kpi.fact_${tableSet} AS fact (${names}) SELECT ${values}
       ON CONFLICT (dossier_id, span) DO UPDATE SET ${assignments} WHERE fact.version < excluded.version RETURNING 1
     ) SELECT count(*)::int AS written FROM written`,
    columns.map(([, { toArray }]) => toArray(rows)),
  );
  if (answer?.written !== rows.length) throw new TransientError('a fact was written by another transaction since it was read');
}

/** A correction may take back a move: the dossier then has fewer responsibility intervals than before. */
export async function deleteIntervalsFrom(
  database: Queryable,
  tableSet: TableSet,
  surplus: readonly { dossierId: string; from: number }[],
): Promise<void> {
  if (surplus.length === 0) return;
  await database.query(
    `DELETE FROM kpi.fact_${tableSet} fact USING unnest($1::uuid[], $2::int[]) AS gone (dossier_id, span)
     WHERE fact.dossier_id = gone.dossier_id AND fact.span >= gone.span`,
    [surplus.map(({ dossierId }) => dossierId), surplus.map(({ from }) => from)],
  );
}
