import type { DayNumber } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { DAY_GRAIN } from '../projection/cells/cell-changes.ts';
import type { TableSet } from '../projection/table-set.ts';
import type { Period } from './period.ts';

export interface NearestDays {
  /** The last before the period; null: there was none. */
  readonly before: DayNumber | null;
  /** The first after it. */
  readonly after: DayNumber | null;
}

const isSomething = '(c.received > 0 OR c.finished > 0)';

/**
 * The days nearest to a period on which a dossier of the unit's subtree was received or finished. Each line is walked along its key from
 * the edges of the period and left at the first such day, however long its history is.
 *
 * @param nodes of the unit: what counted in it elsewhere is left out
 */
export async function findNearestDays(
  database: Queryable,
  tableSet: TableSet,
  nodes: readonly string[],
  { from, to }: Period,
  today: DayNumber,
): Promise<NearestDays> {
  const [row] = await database.query<NearestDays>(
    `SELECT max(earlier.bucket) AS before, min(later.bucket) AS after
     FROM kpi.line l
     LEFT JOIN LATERAL (
       SELECT c.bucket FROM kpi.cell_${tableSet} c
       WHERE c.line = l.id AND c.grain = ${DAY_GRAIN} AND c.bucket < $2 AND c.bucket <= $4 AND ${isSomething}
       ORDER BY c.bucket DESC LIMIT 1
     ) earlier ON true
     LEFT JOIN LATERAL (
       SELECT c.bucket FROM kpi.cell_${tableSet} c
       WHERE c.line = l.id AND c.grain = ${DAY_GRAIN} AND c.bucket > $3 AND c.bucket <= $4 AND ${isSomething}
       ORDER BY c.bucket LIMIT 1
     ) later ON true
     WHERE l.node = ANY($1::text[]) AND l.dimension = 'total'`,
    [nodes, from, to, today],
  );
  return row ?? { before: null, after: null };
}
