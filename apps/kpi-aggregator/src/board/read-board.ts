import type { BoardGrouping, Figure } from '@motcua/contracts';
import { indicators, toFigure, type Instant, type LocalDays, type MeasuredPeriod } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { groupings, whole, type CellGrouping } from '../figures/grouping.ts';
import { measureFacts } from '../figures/measure-facts.query.ts';
import { measurePeriods } from '../figures/measure-periods.ts';
import { isNothing, nothingMeasured } from '../figures/measured.ts';
import type { Period } from '../figures/period.ts';
import { zonesOf, type UnitPlacement } from '../figures/unit-placements.query.ts';
import { getActiveTableSet } from '../projection/table-set.ts';

export interface BoardQuery {
  readonly unit: string;
  readonly period: Period;
  readonly by: BoardGrouping | null;
  readonly asOf: Instant;
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
  const { unit, by, asOf } = query;
  const rows = by === null ? whole : groupings[by];
  if (rows.by === 'facts') return toRows([...(await measureFacts(database, tableSet, rows, places, query, days))]);
  const measure = (grouping: CellGrouping, periods: readonly (Period & { key: string })[]) =>
    measurePeriods(database, tableSet, { unit, places, grouping, periods, asOf }, days);
  if (rows.by === 'periods') {
    const periods = listBegun(rows.split(query.period), query, places, days);
    const measured = await measure(whole, periods);
    return periods.flatMap(({ key }) => toRows([[key, measured.get(key)?.get(unit) ?? nothing]]));
  }
  const measured = (await measure(rows, [{ ...query.period, key: '' }])).get('');
  return by === null ? [toRow(unit, measured?.get(unit) ?? nothing)] : toRows([...(measured ?? [])]);
}

/** A month, or a day, that nobody has seen begin is no row. */
function listBegun(
  periods: readonly (Period & { key: string })[],
  { asOf }: BoardQuery,
  places: readonly UnitPlacement[],
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
