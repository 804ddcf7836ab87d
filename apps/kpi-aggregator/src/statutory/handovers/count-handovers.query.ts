import type { Instant, LocalDays } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { toZoneWindow, type Period } from '../../figures/period.ts';
import { zonesOf, type UnitPlacement } from '../../figures/unit-placements.query.ts';
import type { TableSet } from '../../projection/table-set.ts';
import { handoverDirections, toMovedSql, type HandoverDirection, type MovesOf } from './moved-sql.ts';

/** What is counted: by the key of a row, over the places of a unit. */
export interface HandoverQuery {
  readonly unit: string;
  readonly places: readonly UnitPlacement[];
  readonly factKey: string;
  readonly period: Period;
  readonly asOf: Instant;
}

export type Handovers = Readonly<Record<HandoverDirection, number>>;
export const noHandovers: Handovers = { in: 0, out: 0 };

/** The moves of each time zone, in its own days. */
export const listZoneMoves = (
  places: readonly UnitPlacement[],
  { period, asOf }: Pick<HandoverQuery, 'period' | 'asOf'>,
  days: LocalDays,
): MovesOf[] =>
  zonesOf(places).map((timeZone) => {
    const { start, cut } = toZoneWindow(period, timeZone, asOf, days);
    return { places: places.filter((place) => place.timeZone === timeZone).map(({ id }) => id), start, cut };
  });

const bound = { places: '$2::int[]', start: '$3::bigint', cut: '$4::bigint' };

/** How many dossiers were handed over to and by each row while the period ran. */
export async function countHandovers(
  database: Queryable,
  tableSet: TableSet,
  query: HandoverQuery,
  days: LocalDays,
): Promise<ReadonlyMap<string, Handovers>> {
  const counted = new Map<string, Handovers>();
  for (const { places, start, cut } of listZoneMoves(query.places, query, days)) {
    for (const direction of handoverDirections) {
      const sql = toMovedSql({ tableSet, factKey: query.factKey, direction, bound });
      const rows = await database.query<{ row_key: string; moved: number }>(
        `SELECT m.row_key, count(*)::int AS moved FROM (${sql}) m WHERE $1::text IS NOT NULL GROUP BY 1`,
        [query.unit, places, start, cut],
      );
      for (const { row_key: key, moved } of rows) {
        const known = counted.get(key) ?? noHandovers;
        counted.set(key, { ...known, [direction]: known[direction] + moved });
      }
    }
  }
  return counted;
}
