import { measureIds, measures, type Window } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import type { TableSet } from '../projection/table-set.ts';
import type { CellGrouping } from './grouping.ts';
import type { MeasureRow } from './measured.ts';
import { toDayChangeSql } from './membership-sql.ts';

const window = { start: '$3::bigint', cut: '$4::bigint', at: '$5::bigint' };
const changes = measureIds
  .filter((id) => measures[id].stage !== 'handover')
  .map((id) => toDayChangeSql(id, window))
  .join(', ');

/** What came, went, became overdue in the day or has an overdue cause of its due moment in it: each condition has its index, and only these facts can have changed a figure. */
const touched = `(
  (f.open_from >= ${window.start} AND f.open_from < ${window.cut})
  OR (f.open_to >= ${window.start} AND f.open_to < ${window.cut})
  OR (f.judged_at >= ${window.start} AND f.judged_at < ${window.cut})
  OR (f.breach_766 > ${window.start} AND f.breach_766 <= ${window.at})
  OR (f.breach_date >= ${window.start} AND f.breach_date < ${window.cut})
  OR (f.breach_original > ${window.start} AND f.breach_original <= ${window.at}
      AND f.breach_original IS NOT NULL AND f.breach_original IS DISTINCT FROM f.breach_766)
  OR (f.breach_current > ${window.start} AND f.breach_current <= ${window.at}
      AND f.breach_current IS NOT NULL AND f.breach_current IS DISTINCT FROM f.breach_766))`;

/**
 * What a day that is not over adds to the cells of the days before it: counts since its start, and by how much levels have moved
 * since then. `day.start` is the day's first moment; `places` are those of one time zone.
 */
export async function measureRunningDay(
  database: Queryable,
  tableSet: TableSet,
  unit: string,
  { factKey }: CellGrouping,
  places: readonly number[],
  day: Window,
): Promise<readonly { key: string; measures: MeasureRow }[]> {
  const rows = await database.query<{ row_key: string } & MeasureRow>(
    `SELECT ${factKey} AS row_key, ${changes}
     FROM kpi.fact_${tableSet} f JOIN kpi.place p ON p.id = f.place
     WHERE $1::text IS NOT NULL AND f.place = ANY($2::int[]) AND ${touched} GROUP BY 1`,
    [unit, places, day.start, day.cut, day.at],
  );
  return rows.map(({ row_key: key, ...measures }) => ({ key, measures }));
}
