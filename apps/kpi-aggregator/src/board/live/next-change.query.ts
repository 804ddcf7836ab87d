import type { Instant } from '@motcua/indicators';
import { toBinaryNumbers, type Queryable } from '@motcua/postgres';
import type { TableSet } from '../../projection/table-set.ts';

/** By `set766` every fact has an entry; by the other two rules only where they differ from it. */
const candidates = (tableSet: TableSet): string =>
  [
    'breach_766 > $2::bigint AND f.breach_766 IS NOT NULL ORDER BY f.breach_766',
    'breach_original > $2::bigint AND f.breach_original IS NOT NULL AND f.breach_original IS DISTINCT FROM f.breach_766 ORDER BY f.breach_original',
    'breach_current > $2::bigint AND f.breach_current IS NOT NULL AND f.breach_current IS DISTINCT FROM f.breach_766 ORDER BY f.breach_current',
  ]
    .map((condition) => {
      const column = condition.slice(0, condition.indexOf(' '));
      return `(SELECT f.${column} FROM kpi.fact_${tableSet} f WHERE f.place = p.id AND f.${condition} LIMIT 1)`;
    })
    .join(', ');

/**
 * The first moment after `after` at which a dossier of these places becomes overdue by some rule that compares moments (rules that
 * compare dates move at midnight); null: none is in sight. One index probe a place and rule.
 */
export async function findNextBreach(
  database: Queryable,
  tableSet: TableSet,
  places: readonly number[],
  after: Instant,
): Promise<Instant | null> {
  const [row] = await database.query<{ next: string | null }>(
    `SELECT min(least(${candidates(tableSet)})) AS next FROM unnest($1::int[]) AS p (id)`,
    [toBinaryNumbers('integer', places), after],
  );
  return row === undefined || row.next === null ? null : Number(row.next);
}
