import { toWindowBefore, type Instant, type LocalDays, type Window } from '@motcua/indicators';
import { toPartSql, type WindowSql } from '../figures/membership-sql.ts';
import { toZoneWindow, type Period } from '../figures/period.ts';
import { zonesOf, type UnitPlacement } from '../figures/unit-placements.query.ts';
import type { TableSet } from '../projection/table-set.ts';
import { frozenNumbers } from './frozen-numbers.ts';

/** Stands for minus infinity, which no bigint is. */
const YEAR_ZERO = -62_167_219_200_000;

export interface CountedQuery {
  readonly tableSet: TableSet;
  readonly places: readonly UnitPlacement[];
  readonly period: Period;
  readonly asOf: Instant;
}

/**
 * SQL of every responsibility interval at these places that a number of the registry counts, with the places of those numbers in `frozenNumbers`.
 * The conditions are those of the lists behind figures. It has no parameters: all that is put into it are numbers.
 */
export function toCountedIntervals({ tableSet, places, period, asOf }: CountedQuery, days: LocalDays): string {
  const zones = zonesOf(places).map((timeZone) => {
    const ids = places.filter((place) => place.timeZone === timeZone).map(({ id }) => id);
    const window = toZoneWindow(period, timeZone, asOf, days);
    const [start, cut] = [toBigint(window.start), toBigint(window.cut)];
    return `SELECT f.dossier_id, f.span AS interval, coalesce(f.code, f.source_code) AS code, f.version, f.judgement, f.digitization_version, p.unit, f.procedure,
        f.field, f.channel, array_remove(ARRAY[${toFlags(window)}]::smallint[], NULL) AS numbers
      FROM kpi.fact_${tableSet} f JOIN kpi.place p ON p.id = f.place
      WHERE f.place = ANY('{${ids.join(',')}}'::int[]) AND f.open_from IS NOT NULL AND ((f.open_from < ${cut} AND (f.open_to IS NULL OR f.open_to >= ${start}))
        -- a due moment may have passed before the receipt
        OR (f.judged_at >= ${start} AND f.judged_at < ${cut}))`;
  });
  const none = `SELECT NULL::uuid AS dossier_id, 0::smallint AS interval, NULL::text AS code, 0 AS version, 0 AS judgement, 0 AS digitization_version, '' AS unit,
      '' AS procedure, '' AS field, '' AS channel, '{}'::smallint[] AS numbers`;
  return `SELECT * FROM (${zones.length === 0 ? none : zones.join(' UNION ALL ')}) AS counted WHERE numbers <> '{}'`;
}

function toFlags(window: Window): string {
  const [now, before] = [toSql(window), toSql(toWindowBefore(window))];
  return frozenNumbers.map(({ terms }, index) => `CASE WHEN ${toPartSql(terms, now, before)} THEN ${index} END`).join(', ');
}

const toSql = ({ start, cut, at, afterHandover = false }: Window): WindowSql => ({
  ...{ start: toBigint(start), cut: toBigint(cut), at: toBigint(at) },
  afterHandover,
});

const toBigint = (value: number): string => `${String(Math.max(value, YEAR_ZERO))}::bigint`;
