import type { VerifyDifference } from '@motcua/contracts';
import { overdueCauses } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { measureColumns } from '../projection/cells/measure-columns.ts';
import type { TableSet } from '../projection/table-set.ts';
import type { Comparison, LogPlaces } from './comparison.ts';
import { foldSql, toDay, toMidnight, toPlaceParameters } from './fold-sql.ts';

/** What a responsibility interval adds to the flows: column of the cell, day, change, whether it counts. Told from the columns of CTE `responsibility interval`. */
const flows = [
  ...['received:true', `received_online:channel = 'online'`].map((it) => flow(it, 'open_from', 1, 'span = 0')),
  flow(`received_online_full:channel = 'online' AND service_level = 'full'`, 'open_from', 1, 'span = 0'),
  flow(`received_online_partial:channel = 'online' AND service_level = 'partial'`, 'open_from', 1, 'span = 0'),
  ...[
    'finished:true',
    'finished_late_766:late_766',
    'finished_late_original:late_original_end',
    'finished_late_current:late_current_end',
    `finished_early_day:day_verdict = 'early'`,
    `finished_same_day:day_verdict = 'same-day'`,
    `finished_late_day:day_verdict = 'late'`,
    'finished_no_due:no_due',
    'finished_checklist:has_checklist',
    'finished_digitized:has_checklist AND is_digitized',
    'finished_asked:asks_components',
    'finished_complete:asks_components AND has_components',
    'finished_result_prescribed:prescribes_result',
    'finished_with_result:prescribes_result AND has_result',
    'finished_signed_result:prescribes_result AND has_signed_result',
    'finished_reusing:asks_components AND reuses_component',
  ].map((it) => flow(it, 'open_to', 1, 'is_last')),
  ...['open:true', 'open_no_due:no_due'].flatMap((it) => [flow(it, 'open_from', 1, 'true'), flow(it, 'open_to', -1, 'true')]),
  ...['766', 'original', 'current'].flatMap((rule) => [
    // A breach at a midnight belongs to the day that ends with it.
    flow(
      `overdue_${rule}:breach_${rule} IS NOT NULL`,
      `CASE WHEN breach_${rule} > open_from THEN breach_${rule} - 1 ELSE open_from END`,
      1,
      'true',
    ),
    flow(`overdue_${rule}:breach_${rule} IS NOT NULL`, 'open_to', -1, 'true'),
  ]),
  flow('overdue_date:breach_date IS NOT NULL', 'breach_date', 1, 'true'),
  flow('overdue_date:breach_date IS NOT NULL', 'open_to', -1, 'true'),
  flow(`handed_over:open_from = ${toMidnight(toDay('open_from', 'zone'), 'zone')}`, 'open_from', 1, 'span > 0'),
  flow(`handed_over:open_to = ${toMidnight(toDay('open_to', 'zone'), 'zone')}`, 'open_to', -1, 'NOT is_last'),
  ...overdueCauses.map((cause) =>
    flow(`judged_${cause.replace('-', '_')}:cause = '${cause}'`, 'judged_at', 1, 'open_from IS NOT NULL'),
  ),
];

function flow(named: string, at: string, change: 1 | -1, which: string): string {
  const colon = named.indexOf(':');
  const measure = measureColumns.indexOf(named.slice(0, colon));
  return `(${measure}, ${at}, ${change}, (${which}) AND (${named.slice(colon + 1)}))`;
}

/** Cells measure by measure; numbers stand for names, because a few million rows are sorted by them. */
const unpivoted = measureColumns.map((column, index) => `(${index}, c.${column})`).join(', ');
const names = `(ARRAY[${measureColumns.map((column) => `'${column}'`).join(', ')}])[measure + 1]`;

/** CTE `expected`: what the log makes of each line, day and measure. A line that nobody has written has no number. */
const expected = `
  leaf AS MATERIALIZED (
    SELECT row_number() OVER () AS leaf, *
    FROM (SELECT DISTINCT zone, unit_path, unit_kind, procedure, field, channel FROM span) AS combinations
  ),
  flow AS MATERIALIZED (
    SELECT leaf, x.measure, ${toDay('x.at', 'zone')} AS day, sum(x.change)::int AS n
    FROM span JOIN leaf USING (zone, unit_path, unit_kind, procedure, field, channel)
    CROSS JOIN LATERAL (VALUES ${flows.join(', ')}) AS x (measure, at, change, counts)
    WHERE x.counts AND x.at IS NOT NULL GROUP BY 1, 2, 3
  ),
  member AS MATERIALIZED (
    SELECT leaf, l.id AS line
    FROM leaf CROSS JOIN LATERAL generate_subscripts(unit_path, 1) AS depth
    CROSS JOIN LATERAL (VALUES ('total', ''), ('procedure', procedure), ('field', field), ('channel', channel), ('level', unit_kind),
      (CASE WHEN depth = cardinality(unit_path) THEN 'own' END, '')) AS d (dimension, key)
    LEFT JOIN kpi.line l ON (l.node, l.time_zone, l.dimension, l.key) = (array_to_string(unit_path[:depth], E'\\n'), zone, d.dimension, d.key)
    WHERE d.dimension IS NOT NULL
  ),
  expected AS MATERIALIZED (
    SELECT line, day, measure, sum(n)::int AS n FROM flow JOIN member USING (leaf) GROUP BY 1, 2, 3 HAVING sum(n) <> 0
  )`;

const actual = (tableSet: TableSet): string => `
  actual AS (
    SELECT c.line, c.bucket AS day, m.measure, sum(m.n)::int AS n
    FROM kpi.cell_${tableSet} c CROSS JOIN LATERAL (VALUES ${unpivoted}) AS m (measure, n)
    WHERE c.grain = 0 AND m.n <> 0 GROUP BY 1, 2, 3 HAVING sum(m.n) <> 0
  ),
  by_month AS (
    SELECT line, month, measure, sum(by_month)::int AS by_month, sum(by_day)::int AS by_day
    FROM (
      SELECT c.line, CASE c.grain WHEN 1 THEN c.bucket
          ELSE (extract(year FROM DATE '1970-01-01' + c.bucket) * 12 + extract(month FROM DATE '1970-01-01' + c.bucket) - 1)::int END AS month,
        m.measure, CASE c.grain WHEN 1 THEN m.n ELSE 0 END AS by_month, CASE c.grain WHEN 0 THEN m.n ELSE 0 END AS by_day
      FROM kpi.cell_${tableSet} c CROSS JOIN LATERAL (VALUES ${unpivoted}) AS m (measure, n) WHERE m.n <> 0
    ) AS each GROUP BY 1, 2, 3 HAVING sum(by_month) <> sum(by_day)
  )`;

const label = (when: string): string =>
  `concat_ws(' · ', replace(l.node, E'\\n', '/'), l.time_zone, l.dimension, nullif(l.key, ''), ${when}, ${names})`;

/** Cells of days against the flows that the logs make, and cells of months against those of their days. */
export async function compareCells(database: Queryable, tableSet: TableSet, places: LogPlaces): Promise<Comparison> {
  const [row] = await database.query<{ checked: number; found: number; differences: VerifyDifference[] | null }>(
    `${foldSql(tableSet, places)}, ${expected}, ${actual(tableSet)},
     paired AS (
       SELECT coalesce(e.line, a.line) AS line, coalesce(e.day, a.day) AS day, coalesce(e.measure, a.measure) AS measure,
         coalesce(a.n, 0) AS projected, coalesce(e.n, 0) AS recomputed
       FROM expected e FULL JOIN actual a ON (a.line, a.day, a.measure) = (e.line, e.day, e.measure) WHERE e.n IS DISTINCT FROM a.n
     ),
     different AS (
       SELECT ${label("DATE '1970-01-01' + day")} AS key, projected, recomputed FROM paired LEFT JOIN kpi.line l ON l.id = line
       UNION ALL
       SELECT ${label("lpad((month / 12)::text, 4, '0') || '-' || lpad((month % 12 + 1)::text, 2, '0') || ' (month against its days)'")}, by_month, by_day
       FROM by_month LEFT JOIN kpi.line l ON l.id = line
     )
     SELECT (SELECT count(*)::int FROM expected) AS checked, (SELECT count(*)::int FROM different) AS found,
       (SELECT jsonb_agg(jsonb_build_object('kind', 'cell', 'key', key, 'projected', projected, 'recomputed', recomputed))
        FROM (SELECT * FROM different ORDER BY key LIMIT 100) AS first) AS differences`,
    toPlaceParameters(places),
  );
  return { checked: row?.checked ?? 0, found: row?.found ?? 0, differences: row?.differences ?? [] };
}
