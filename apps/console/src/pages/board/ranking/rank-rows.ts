import type { Board, Figure } from '@motcua/contracts';
import type { SortColumn } from '../board-search.ts';

/** Where fewer stand behind a rate, it jumps by points with each of them. */
export const FEW = 30;

/** A unit in the ranking. */
export interface RankRow {
  readonly unit: string;
  readonly name: string;
  readonly onTime: Figure | undefined;
  readonly overdue: number;
  readonly online: Figure | undefined;
  readonly received: number;
  /** Whether its on-time rate stands on few dossiers. */
  readonly isFew: boolean;
}

/** @param toName the name of a row in the language that is shown */
export function toRankRows(rows: Board['rows'], toName: (row: Board['rows'][number]) => string): RankRow[] {
  return rows.map((row) => {
    const onTime = row.indicators['on-time.closed'];
    return {
      unit: row.key,
      name: toName(row),
      onTime,
      overdue: row.indicators['open.overdue']?.value ?? 0,
      online: row.indicators['online.filed'],
      received: row.indicators['received']?.value ?? 0,
      isFew: isFew(onTime?.denominator ?? 0),
    };
  });
}

/** None is not few: then there is no rate either. */
const isFew = (count: number): boolean => count > 0 && count < FEW;

const keys: Readonly<Record<Exclude<SortColumn, 'name'>, (row: RankRow) => number | null>> = {
  onTime: ({ onTime }) => onTime?.value ?? null,
  overdue: ({ overdue }) => overdue,
  online: ({ online }) => online?.value ?? null,
  received: ({ received }) => received,
};
const collator = new Intl.Collator('vi');

/** Sorted by a column; what has no figure comes last either way, and equals by name. */
export function sortRows(rows: readonly RankRow[], column: SortColumn, down: boolean): RankRow[] {
  const sign = down ? -1 : 1;
  const byName = (a: RankRow, b: RankRow): number => collator.compare(a.name, b.name);
  if (column === 'name') return [...rows].sort((a, b) => sign * byName(a, b));
  const key = keys[column];
  return [...rows].sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one === null || other === null) return one === other ? byName(a, b) : one === null ? 1 : -1;
    return one === other ? byName(a, b) : sign * (one - other);
  });
}
