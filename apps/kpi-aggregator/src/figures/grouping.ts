import type { BoardGrouping } from '@motcua/contracts';
import { toDays, toMonths, type Period } from './period.ts';

/** Rows that cells are kept for: read from few numbers, whatever the period. */
export interface CellGrouping {
  readonly by: 'cells';
  /** Which lines of cells make the rows; `$1` is the unit. */
  readonly lines: string;
  /** Key of a row, from a line `l`. */
  readonly lineKey: string;
  /** Key of a row, from a fact `f` at a place `p`; the same as of the lines it counts in. */
  readonly factKey: string;
  /** The fact alone says it, wherever its place lies. */
  readonly isOfFact: boolean;
}

/** Rows that cells know nothing of: every fact of the unit is read. */
export interface FactGrouping {
  readonly by: 'facts';
  /** Key of a row, from a fact `f`; never null. */
  readonly factKey: string;
  readonly isOfFact: true;
}

/** Months and days are periods of their own and group nothing. */
export interface PeriodGrouping {
  readonly by: 'periods';
  /** The periods that make the rows, each with its key. */
  readonly split: (period: Period) => readonly (Period & { readonly key: string })[];
}

export type BoardRowsBy = CellGrouping | FactGrouping | PeriodGrouping;

const dimension = (name: string, factKey: string): CellGrouping => ({
  by: 'cells',
  lines: `l.unit = $1 AND l.dimension = '${name}'`,
  lineKey: 'l.key',
  factKey,
  isOfFact: factKey.startsWith('f.'),
});

/** One row, of everything. */
export const whole: CellGrouping = {
  by: 'cells',
  lines: `l.unit = $1 AND l.dimension = 'total'`,
  lineKey: 'l.unit',
  factKey: '$1::text',
  isOfFact: false,
};

/** Where the rows of each grouping come from. A new one needs no cells, and is given them when it is read often. */
export const groupings: Readonly<Record<BoardGrouping, BoardRowsBy>> = {
  unit: {
    by: 'cells',
    lines: `((l.parent = $1 AND l.dimension = 'total') OR (l.unit = $1 AND l.dimension = 'own'))`,
    lineKey: 'l.unit',
    factKey: 'coalesce(p.path[array_position(p.path, $1) + 1], $1)',
    isOfFact: false,
  },
  level: dimension('level', 'p.kind'),
  procedure: dimension('procedure', 'f.procedure'),
  field: dimension('field', 'f.field'),
  channel: dimension('channel', 'f.channel'),
  month: { by: 'periods', split: toMonths },
  day: { by: 'periods', split: toDays },
  officer: { by: 'facts', factKey: `coalesce(f.officer, '')`, isOfFact: true },
};
