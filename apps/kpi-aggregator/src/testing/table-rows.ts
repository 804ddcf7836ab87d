import type { Pool } from 'pg';
import { measureColumns } from '../projection/cells/measure-columns.ts';
import type { TableSet } from '../projection/table-set.ts';

/** What a table set counts, added up over its shards; what is nothing is left out. */
export const cellsOf = async (pool: Pool, tableSet: TableSet): Promise<unknown[]> => {
  const sums = measureColumns.map((column) => `sum(${column})::int AS ${column}`).join(', ');
  const isChanged = measureColumns.map((column) => `sum(${column}) <> 0`).join(' OR ');
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT line, grain, bucket, ${sums} FROM kpi.cell_${tableSet} GROUP BY 1, 2, 3 HAVING ${isChanged} ORDER BY 1, 2, 3`,
  );
  return rows;
};
export const factsOf = async (pool: Pool, tableSet: TableSet): Promise<unknown[]> =>
  (await pool.query<Record<string, unknown>>(`SELECT * FROM kpi.fact_${tableSet} ORDER BY dossier_id, span`)).rows;
