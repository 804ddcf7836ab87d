import type { BoardGrouping, Figure } from '@motcua/contracts';
import { indicators, toFigure, type Instant, type LocalDays, type MeasuredPeriod } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { groupings, whole, type CellGrouping } from '../figures/grouping.ts';
import { measureFacts } from '../figures/measure-facts.query.ts';
import { measurePeriods } from '../figures/measure-periods.ts';
import { addPeriods, isNothing, nothingMeasured } from '../figures/measured.ts';
import { measureMoved } from '../figures/measure-moved.query.ts';
import type { Period } from '../figures/period.ts';
import { zonesOf, type UnitPlacement } from '../figures/unit-placements.query.ts';
import type { MovedPlacement } from '../organisation/list-moved.ts';
import { toRowChanges } from '../organisation/to-row-changes.ts';
import { getActiveTableSet } from '../projection/table-set.ts';

export interface BoardQuery {
  readonly unit: string;
  readonly period: Period;
  readonly by: BoardGrouping | null;
  readonly asOf: Instant;
  /** What lies elsewhere under the organisation that is asked for; absent: as it was recorded. */
  readonly moved?: readonly MovedPlacement[] | undefined;
}

export interface BoardRow {
  readonly key: string;
  readonly indicators: Readonly<Record<string, Figure>>;
}

const nothing: MeasuredPeriod = { end: nothingMeasured, start: nothingMeasured };

/** The rows of a board, sorted by key. Without `by` one row, always; else those in which something counts. */
export async function readBoardRows(
  database: Queryable,
  places: readonly UnitPlacement[],
  query: BoardQuery,
  days: LocalDays,
): Promise<readonly BoardRow[]> {
  const tableSet = await getActiveTableSet(database);
  const { unit, by, asOf, moved = [] } = query;
  const rows = by === null ? whole : groupings[by];
  const changes = toRowChanges(by, unit, moved);
  const withMoved = async (period: Period, recorded: Rows | undefined): Promise<Rows> =>
    changes.length === 0
      ? (recorded ?? new Map())
      : addRows(recorded, await measureMoved(database, tableSet, { rows, changes, period, asOf }, days));
  if (rows.by === 'facts')
    return toRows([...(await withMoved(query.period, await measureFacts(database, tableSet, rows, places, query, days)))]);
  const measure = (grouping: CellGrouping, periods: readonly (Period & { key: string })[]) =>
    measurePeriods(database, tableSet, { unit, places, grouping, periods, asOf }, days);
  if (rows.by === 'periods') {
    const periods = listBegun(rows.split(query.period), query, [...places, ...moved], days);
    const recorded = await measure(whole, periods);
    const found: BoardRow[] = [];
    for (const { key, ...period } of periods)
      found.push(...toRows([[key, (await withMoved(period, recorded.get(key))).get(unit) ?? nothing]]));
    return found;
  }
  const measured = await withMoved(query.period, (await measure(rows, [{ ...query.period, key: '' }])).get(''));
  return by === null ? [toRow(unit, measured.get(unit) ?? nothing)] : toRows([...measured]);
}

type Rows = ReadonlyMap<string, MeasuredPeriod>;

function addRows(recorded: Rows | undefined, changes: Rows): Rows {
  const sum = new Map(recorded);
  for (const [key, change] of changes) sum.set(key, addPeriods(sum.get(key) ?? nothing, change));
  return sum;
}

/** A month, or a day, that nobody has seen begin is no row. */
function listBegun(
  periods: readonly (Period & { key: string })[],
  { asOf }: BoardQuery,
  places: readonly Pick<UnitPlacement, 'timeZone'>[],
  days: LocalDays,
): readonly (Period & { key: string })[] {
  return periods.filter(({ from }) => zonesOf(places).some((zone) => days.startOf(zone, from) <= asOf));
}

const toRows = (rows: readonly (readonly [string, MeasuredPeriod])[]): readonly BoardRow[] =>
  rows
    .filter(([, { end, start }]) => !isNothing(end) || !isNothing(start))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, period]) => toRow(key, period));

const toRow = (key: string, period: MeasuredPeriod): BoardRow => ({
  key,
  indicators: Object.fromEntries(indicators.map((indicator) => [indicator.id, toFigure(indicator, period)])),
});
