import type { Board } from '@motcua/contracts';
import { useQueries } from '@tanstack/react-query';
import { boardQuery } from '../../../api/board-queries.ts';
import { toMonths, type Period } from '../../../scope/periods.ts';
import type { BoardScope } from '../board-scope.ts';

/** Past months hardly move. */
const STALE_MS = 5 * 60_000;

export interface UnitMonth {
  readonly period: Period;
  /** Rows by unit; undefined: on its way. */
  readonly rows: Board['rows'] | undefined;
}

/** The twelve months of every unit of a board. */
export function useUnitMonths({ unit, period, asOf, organisation }: BoardScope): UnitMonth[] {
  const months = toMonths(period);
  return useQueries({
    queries: months.map((month) => ({ ...boardQuery({ unit, ...month, asOf, organisation, by: 'unit' }), staleTime: STALE_MS })),
    combine: (results) => results.map(({ data }, index) => ({ period: months[index] ?? period, rows: data?.rows })),
  });
}

/** One figure of one unit, month by month. */
export const toSeries = (months: readonly UnitMonth[], unit: string, indicator: string): (number | null)[] =>
  months.map(({ rows }) => rows?.find(({ key }) => key === unit)?.indicators[indicator]?.value ?? null);
