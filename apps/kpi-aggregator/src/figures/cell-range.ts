import type { DayNumber } from '@motcua/indicators';
import { DAY_GRAIN, MONTH_GRAIN } from '../projection/cells/cell-changes.ts';
import { startOfMonth, toMonthNumber } from '../time/local-days.ts';

/** Cells of one grain, buckets from `from` (inclusive) to `until` (exclusive). */
export interface CellRange {
  readonly grain: typeof DAY_GRAIN | typeof MONTH_GRAIN;
  readonly from: number;
  readonly until: number;
}

const BEGINNING = -(2 ** 20);

/** The fewest cells that make up the days before `until`: whole months, then days. */
export function rangesBefore(until: DayNumber): readonly CellRange[] {
  const month = toMonthNumber(until);
  return nonEmpty([
    { grain: MONTH_GRAIN, from: BEGINNING, until: month },
    { grain: DAY_GRAIN, from: startOfMonth(month), until },
  ]);
}

/** The fewest cells that make up the days from `from` to before `until`. */
export function rangesBetween(from: DayNumber, until: DayNumber): readonly CellRange[] {
  const firstMonth = toMonthNumber(from - 1) + 1;
  const lastMonth = toMonthNumber(until);
  if (firstMonth >= lastMonth) return nonEmpty([{ grain: DAY_GRAIN, from, until }]);
  return nonEmpty([
    { grain: DAY_GRAIN, from, until: startOfMonth(firstMonth) },
    { grain: MONTH_GRAIN, from: firstMonth, until: lastMonth },
    { grain: DAY_GRAIN, from: startOfMonth(lastMonth), until },
  ]);
}

const nonEmpty = (ranges: readonly CellRange[]): readonly CellRange[] => ranges.filter(({ from, until }) => from < until);
