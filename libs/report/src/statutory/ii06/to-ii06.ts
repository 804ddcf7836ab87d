import { listColumns, type Ii06Column } from './columns.ts';
import { findBroken, type BrokenIdentity } from './find-broken.ts';
import type { HandlingCounts, HandlingRow } from './handling-counts.ts';

/** The table of a report: a line a row and the total, a cell a column. */
export interface Ii06 {
  readonly columns: readonly Ii06Column[];
  readonly lines: readonly Ii06Line[];
  readonly total: readonly number[];
}

export interface Ii06Line {
  readonly key: string;
  readonly cells: readonly number[];
}

/** Why no report is written: what its figures contradict. */
export interface Ii06Refused {
  readonly refused: 'report.identities-broken';
  readonly broken: readonly BrokenIdentity[];
}

/**
 * The table of II.06a, b or c. Its identities are checked before there is a table: figures that contradict themselves are refused, with each
 * line and rule that they break, and never written.
 *
 * @param rows in the order in which they are to stand
 * @param total counted for the whole, not added up of the rows: what moved between two rows has not moved for the whole
 */
export function toIi06(rows: readonly HandlingRow[], total: HandlingCounts): Ii06 | Ii06Refused {
  const broken = findBroken(rows, total);
  if (broken.length > 0) return { refused: 'report.identities-broken', broken };
  const columns = listColumns([total, ...rows.map(({ counts }) => counts)].some(hasMoved));
  const toCells = (counts: HandlingCounts): number[] => columns.map(({ count }) => counts[count]);
  return { columns, lines: rows.map(({ key, counts }) => ({ key, cells: toCells(counts) })), total: toCells(total) };
}

const hasMoved = ({ handedIn, handedOut }: HandlingCounts): boolean => handedIn > 0 || handedOut > 0;
