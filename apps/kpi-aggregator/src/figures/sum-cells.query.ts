import type { Queryable } from '@motcua/postgres';
import type { TableSet } from '../projection/table-set.ts';
import type { CellRange } from './cell-range.ts';
import type { CellGrouping } from './grouping.ts';
import type { MeasureRow } from './measured.ts';
import { measureColumnSums } from './sum-columns.ts';

/** A sum asked for: over these cells of one time zone, under a name. */
export interface Sum {
  readonly name: string;
  readonly timeZone: string;
  readonly ranges: readonly CellRange[];
}

export interface SummedCells {
  readonly name: string;
  readonly key: string;
  readonly measures: MeasureRow;
}

/** Whose cells are summed. */
export interface SummedUnit {
  readonly unit: string;
  /** Nodes of the unit: where it lay in the tree. What counted in it elsewhere is left out. */
  readonly nodes: readonly string[];
}

/** Every sum by the rows of a grouping, over all shards. Sums without cells are left out. */
export async function sumCells(
  database: Queryable,
  tableSet: TableSet,
  { unit, nodes }: SummedUnit,
  { lines, lineKey }: CellGrouping,
  sums: readonly Sum[],
): Promise<readonly SummedCells[]> {
  const slices = sums.flatMap(({ name, timeZone, ranges }) => ranges.map((range) => ({ name, timeZone, ...range })));
  if (slices.length === 0) return [];
  const rows = await database.query<{ sum_name: string; row_key: string } & MeasureRow>(
    `SELECT s.name AS sum_name, ${lineKey} AS row_key, ${measureColumnSums}
     FROM unnest($2::text[], $3::text[], $4::smallint[], $5::int[], $6::int[]) AS s (name, time_zone, grain, since, until)
     JOIN kpi.line l ON l.time_zone = s.time_zone AND ${lines}
       AND EXISTS (SELECT FROM unnest($7::text[]) AS node WHERE l.node = node OR starts_with(l.node, node || E'\\n'))
     JOIN kpi.cell_${tableSet} c ON c.line = l.id AND c.grain = s.grain AND c.bucket >= s.since AND c.bucket < s.until
     GROUP BY 1, 2`,
    [
      unit,
      slices.map(({ name }) => name),
      slices.map(({ timeZone }) => timeZone),
      slices.map(({ grain }) => grain),
      slices.map(({ from }) => from),
      slices.map(({ until }) => until),
      nodes,
    ],
  );
  return rows.map(({ sum_name: name, row_key: key, ...measures }) => ({ name, key, measures }));
}
