import { toWindowBefore, type Instant, type LocalDays, type MeasuredPeriod } from '@motcua/indicators';
import type { Queryable } from '@motcua/postgres';
import { isAbout, movedRows } from '../organisation/moved-sql.ts';
import type { RowChange } from '../organisation/to-row-changes.ts';
import type { TableSet } from '../projection/table-set.ts';
import type { BoardRowsBy } from './grouping.ts';
import { endCounts, startCounts } from './measure-facts.query.ts';
import { addRow, nothingMeasured, type MeasureRow } from './measured.ts';
import { toZoneWindow, type Period } from './period.ts';
import { zonesOf } from './unit-placements.query.ts';

interface Asked {
  readonly rows: BoardRowsBy;
  readonly changes: readonly RowChange[];
  readonly period: Period;
  readonly asOf: Instant;
}

/**
 * By how much the rows of a board are others under another organisation than recorded, by key: measures below zero where dossiers left. Facts are
 * read of those placements alone that change their row, so the cost grows with the dossiers of units that ended.
 */
export async function measureMoved(
  database: Queryable,
  tableSet: TableSet,
  { rows, changes, period, asOf }: Asked,
  days: LocalDays,
): Promise<ReadonlyMap<string, MeasuredPeriod>> {
  const measured = new Map<string, MeasuredPeriod>();
  const add = (part: keyof MeasuredPeriod, counted: readonly SignedRow[]): void => {
    for (const { row_key: key, sign, ...row } of counted) {
      const known = measured.get(key) ?? { end: nothingMeasured, start: nothingMeasured };
      measured.set(key, { ...known, [part]: addRow(known[part], row, sign) });
    }
  };
  const key = rows.by !== 'periods' && rows.isOfFact ? rows.factKey : 'm.key';
  for (const timeZone of zonesOf(changes)) {
    const window = toZoneWindow(period, timeZone, asOf, days);
    const before = toWindowBefore(window);
    const json = JSON.stringify(changes.filter((change) => change.timeZone === timeZone));
    const count = (counts: string, ...moments: readonly unknown[]): Promise<SignedRow[]> =>
      database.query<SignedRow>(
        `SELECT ${key} AS row_key, m.sign, ${counts}
         FROM ${movedRows('$1', 'key text, sign int')} JOIN kpi.fact_${tableSet} f ON ${isAbout}
         WHERE f.open_from IS NOT NULL GROUP BY 1, 2`,
        [json, ...moments],
      );
    add('end', await count(endCounts, window.start, window.cut, window.at));
    add('start', await count(startCounts(before.afterHandover ?? false), before.cut, before.at));
  }
  return measured;
}

type SignedRow = { readonly row_key: string; readonly sign: 1 | -1 } & MeasureRow;
