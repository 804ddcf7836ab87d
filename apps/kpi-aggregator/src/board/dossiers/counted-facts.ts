import { toWindowBefore, type Instant, type LocalDays, type Part, type Window } from '@motcua/indicators';
import type { BoardGrouping } from '@motcua/contracts';
import { groupings } from '../../figures/grouping.ts';
import { toPartSql, type WindowSql } from '../../figures/membership-sql.ts';
import { toZoneWindow, type Period } from '../../figures/period.ts';
import type { MovedPlacement } from '../../organisation/list-moved.ts';
import { isAbout, movedRows } from '../../organisation/moved-sql.ts';
import { zonesOf, type UnitPlacement } from '../../figures/unit-placements.query.ts';

/** Stands for minus infinity, which no bigint is. */
const YEAR_ZERO = -62_167_219_200_000;

/** A part of a figure: of a unit and period as of a moment, and where it is one of a board's rows, of which. */
export interface PartQuery {
  readonly unit: string;
  readonly period: Period;
  readonly asOf: Instant;
  readonly part: Part;
  /** Only what this part does not count. */
  readonly without?: Part | undefined;
  readonly row: { readonly by: BoardGrouping; readonly key: string } | null;
  /** What lies elsewhere under the organisation that is asked for; absent: as it was recorded. */
  readonly moved?: readonly MovedPlacement[] | undefined;
}

export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Places `p` of facts `f`, as the condition sees them; absent: as they were recorded. */
  readonly places?: string;
}

/** The condition on a fact `f` at a place `p` under which it is counted; `$1` is the unit, `$2` the row's key. */
export function toCountedFactRows(query: PartQuery, recorded: readonly UnitPlacement[], days: LocalDays): SqlCondition {
  const moved = listTouching(query, recorded);
  const places = [...recorded, ...toForeign(moved, recorded)];
  const parameters: unknown[] = [query.unit, query.row?.key ?? null];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const period = toRowPeriod(query);
  const zones =
    period === undefined
      ? []
      : zonesOf(places).map((timeZone) => {
          const ids = places.filter((place) => place.timeZone === timeZone).map(({ id }) => id);
          const window = toZoneWindow(period, timeZone, query.asOf, days);
          const toSql = (part: Part): string =>
            toPartSql(part, bindWindow(window, bind), bindWindow(toWindowBefore(window), bind));
          // `IS NOT TRUE`, because a moment that is not there makes a condition null.
          const rest = query.without === undefined ? '' : ` AND (${toSql(query.without)}) IS NOT TRUE`;
          return `(f.place = ANY(${bind(ids)}::int[]) AND (${toSql(query.part)})${rest})`;
        });
  const row = toRowCondition(query);
  const isHere = moved.length === 0 ? '$1::text IS NOT NULL' : '$1::text = ANY (p.path)';
  const sql = `${isHere} AND ${row} AND (${zones.length === 0 ? 'false' : zones.join(' OR ')})`;
  if (moved.length === 0) return { sql, parameters };
  const json = JSON.stringify(moved.map(({ id, field, except, after }) => ({ id, field, except, ...after })));
  return { sql, places: toMovedPlaces(bind(json)), parameters };
}

/** What lies elsewhere of the unit's own places, or comes to it from another. */
const listTouching = ({ unit, moved = [] }: PartQuery, recorded: readonly UnitPlacement[]): readonly MovedPlacement[] =>
  moved.filter(({ id, after }) => after.path.includes(unit) || recorded.some((place) => place.id === id));

/** Places of other units from which something comes, once each. */
const toForeign = (moved: readonly MovedPlacement[], recorded: readonly UnitPlacement[]): readonly UnitPlacement[] => [
  ...new Map(
    moved
      .filter(({ id }) => recorded.every((place) => place.id !== id))
      .map(({ id, timeZone, before: { path } }) => [id, { id, timeZone, path }]),
  ).values(),
];

const toMovedPlaces = (parameter: string): string =>
  `JOIN kpi.place r ON r.id = f.place LEFT JOIN ${movedRows(parameter, 'unit text, path text[], kind text')} ON ${isAbout}
   CROSS JOIN LATERAL (SELECT coalesce(m.unit, r.unit) AS unit, coalesce(m.path, r.path) AS path, coalesce(m.kind, r.kind) AS kind,
     r.time_zone) AS p`;

/** Bound where it is asked for: PostgreSQL refuses a parameter that no condition uses. */
function bindWindow({ start, cut, at, afterHandover = false }: Window, bind: (value: number) => string): WindowSql {
  const bindInstant = (value: number): string => `${bind(Math.max(value, YEAR_ZERO))}::bigint`;
  return {
    afterHandover,
    get start() {
      return bindInstant(start);
    },
    get cut() {
      return bindInstant(cut);
    },
    get at() {
      return bindInstant(at);
    },
  };
}

/** Undefined: the row is a month or a day outside of the period. */
function toRowPeriod({ period, row }: PartQuery): Period | undefined {
  const rows = row === null ? undefined : groupings[row.by];
  return rows?.by === 'periods' ? rows.split(period).find(({ key }) => key === row?.key) : period;
}

function toRowCondition({ row }: PartQuery): string {
  const rows = row === null ? undefined : groupings[row.by];
  return rows === undefined || rows.by === 'periods' ? '($2::text IS NULL OR true)' : `${rows.factKey} = $2::text`;
}
