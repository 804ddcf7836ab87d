import type { Instant } from '@motcua/indicators';
import type { Share } from '@motcua/report';
import type { Queryable } from '@motcua/postgres';
import type { Period } from '../figures/period.ts';
import type { UnitPlacement } from '../figures/unit-placements.query.ts';
import type { TableSet } from '../projection/table-set.ts';

/** Which ratings count. */
export interface RatingFilter {
  /** Leaves out those by a link that a counter made. */
  readonly withoutCounterRatings: boolean;
}

export interface RatingQuestion extends RatingFilter {
  readonly unit: string;
  /** The places that are counted. */
  readonly places: readonly UnitPlacement[];
  readonly period: Period;
  readonly asOf: Instant;
}

/** What makes a row of the count, from a rating `r` at a place `p`; `$1` is the unit. */
const keys = {
  whole: '$1::text',
  unit: 'coalesce(p.path[array_position(p.path, $1) + 1], $1)',
  month: `to_char(DATE '1970-01-01' + r.day, 'YYYY-MM')`,
} as const;

/** Satisfied of all ratings that were given in the period and by `asOf`, by row. Rows without a rating are absent. */
export async function countRatings(
  database: Queryable,
  tableSet: TableSet,
  { unit, places, period, asOf, withoutCounterRatings }: RatingQuestion,
  by: keyof typeof keys,
): Promise<ReadonlyMap<string, Share>> {
  const rows = await database.query<{ key: string; rated: number; satisfied: number }>(
    `SELECT ${keys[by]} AS key, count(*)::int AS rated, (count(*) FILTER (WHERE r.satisfied))::int AS satisfied
     FROM kpi.rating_${tableSet} r JOIN kpi.place p ON p.id = r.place
     WHERE $1 = ANY(p.path) AND r.place = ANY($2::integer[]) AND r.day BETWEEN $3 AND $4 AND r.rated_at <= $5
       AND NOT ($6 AND r.by_counter) GROUP BY 1`,
    [unit, places.map(({ id }) => id), period.from, period.to, asOf, withoutCounterRatings],
  );
  return new Map(rows.map(({ key, rated, satisfied }) => [key, { numerator: satisfied, denominator: rated }]));
}
