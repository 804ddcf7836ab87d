import { toWindowBefore, type Instant, type LocalDays, type Part, type Window } from '@motcua/indicators';
import type { BoardGrouping } from '@motcua/contracts';
import { groupings } from '../../figures/grouping.ts';
import { toPartSql, type WindowSql } from '../../figures/membership-sql.ts';
import { toZoneWindow, type Period } from '../../figures/period.ts';
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
}

export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The condition on a fact `f` at a place `p` under which it is counted; `$1` is the unit, `$2` the row's key. */
export function toCountedFactRows(query: PartQuery, places: readonly UnitPlacement[], days: LocalDays): SqlCondition {
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
  return { sql: `$1::text IS NOT NULL AND ${row} AND (${zones.length === 0 ? 'false' : zones.join(' OR ')})`, parameters };
}

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
