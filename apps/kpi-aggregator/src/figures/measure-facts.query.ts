import { measureIds, measures, toWindowBefore, type Instant, type LocalDays, type MeasuredPeriod } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import type { TableSet } from '../projection/table-set.ts';
import type { FactGrouping } from './grouping.ts';
import { addRow, nothingMeasured, type MeasureRow } from './measured.ts';
import { toCountSql } from './membership-sql.ts';
import { toZoneWindow, type Period } from './period.ts';
import { zonesOf, type UnitPlacement } from './unit-placements.query.ts';

const atEnd = { start: '$2::bigint', cut: '$3::bigint', at: '$4::bigint' };
/** Parameters `$2` to `$4`: first moment, cut and moment of the window. */
export const endCounts = measureIds.map((id) => toCountSql(id, atEnd)).join(', ');

/** Only levels are asked for at a period's start; parameters `$2` and `$3`: cut and moment of the window before. */
export const startCounts = (afterHandover: boolean): string =>
  measureIds
    .filter((id) => measures[id].stage === 'open')
    .map((id) => toCountSql(id, { start: '-1', cut: '$2::bigint', at: '$3::bigint', afterHandover }))
    .join(', ');

/**
 * What is measured of a period, by a key that cells do not know: every fact of the places is read, and the cost grows with all dossiers of
 * the unit and not with its days.
 */
export async function measureFacts(
  database: Queryable,
  tableSet: TableSet,
  { factKey }: FactGrouping,
  places: readonly UnitPlacement[],
  { period, asOf }: { readonly period: Period; readonly asOf: Instant },
  days: LocalDays,
): Promise<ReadonlyMap<string, MeasuredPeriod>> {
  const measured = new Map<string, MeasuredPeriod>();
  const add = (part: keyof MeasuredPeriod, rows: readonly KeyedRow[]): void => {
    for (const { row_key: key, ...row } of rows) {
      const known = measured.get(key) ?? { end: nothingMeasured, start: nothingMeasured };
      measured.set(key, { ...known, [part]: addRow(known[part], row) });
    }
  };
  for (const timeZone of zonesOf(places)) {
    const ids = places.filter((place) => place.timeZone === timeZone).map(({ id }) => id);
    const window = toZoneWindow(period, timeZone, asOf, days);
    const before = toWindowBefore(window);
    add('end', await count(database, tableSet, factKey, endCounts, [ids, window.start, window.cut, window.at]));
    add(
      'start',
      await count(database, tableSet, factKey, startCounts(before.afterHandover ?? false), [ids, before.cut, before.at]),
    );
  }
  return measured;
}

type KeyedRow = { readonly row_key: string } & MeasureRow;

const count = (
  database: Queryable,
  tableSet: TableSet,
  factKey: string,
  counts: string,
  parameters: readonly unknown[],
): Promise<KeyedRow[]> =>
  database.query<KeyedRow>(
    `SELECT ${factKey} AS row_key, ${counts} FROM kpi.fact_${tableSet} f
     WHERE f.place = ANY($1::int[]) AND f.open_from IS NOT NULL GROUP BY 1`,
    parameters,
  );
