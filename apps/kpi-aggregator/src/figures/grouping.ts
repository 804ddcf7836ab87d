import type { BoardGrouping } from '@motcua/contracts';

/** What rows of cells stand for; months are periods of their own and group nothing. */
export type Grouping = Exclude<BoardGrouping, 'month' | 'officer'> | 'none';

interface GroupingSql {
  /** Which lines of cells make the rows; `$1` is the unit. */
  readonly lines: string;
  /** Key of a row, from a line `l`. */
  readonly lineKey: string;
  /** Key of a row, from a fact `f` at a place `p`; the same as of the lines it counts in. */
  readonly factKey: string;
}

const dimension = (name: string, factKey: string): GroupingSql => ({
  lines: `l.unit = $1 AND l.dimension = '${name}'`,
  lineKey: 'l.key',
  factKey,
});

export const groupings: Readonly<Record<Grouping, GroupingSql>> = {
  none: { lines: `l.unit = $1 AND l.dimension = 'total'`, lineKey: 'l.unit', factKey: '$1::text' },
  unit: {
    lines: `((l.parent = $1 AND l.dimension = 'total') OR (l.unit = $1 AND l.dimension = 'own'))`,
    lineKey: 'l.unit',
    factKey: 'coalesce(p.path[array_position(p.path, $1) + 1], $1)',
  },
  level: dimension('level', 'p.kind'),
  procedure: dimension('procedure', 'f.procedure'),
  field: dimension('field', 'f.field'),
  channel: dimension('channel', 'f.channel'),
};

/** Cells know no officer; the key of a dossier that none is known of is empty. */
export const officerKey = `coalesce(f.officer, '')`;
