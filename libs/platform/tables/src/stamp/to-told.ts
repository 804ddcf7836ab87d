import { toDecimalComma } from '../csv/to-decimal-comma.ts';
import { startsFormula } from '../starts-formula.ts';
import type { Cell, Row } from '../table.ts';
import type { TableFormat } from '../to-table-file.ts';
import { MOST_LETTERS } from '../xlsx/most-letters.ts';

/** The cells of a line as whoever opens the file of that format reads them. */
export const toTold = (row: Row, format: TableFormat): string[] => row.map((cell) => toText(cell, format));

function toText(cell: Cell, format: TableFormat): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return format === 'csv' ? toDecimalComma(cell) : String(cell);
  if (format === 'csv') return startsFormula(cell) ? `'${cell}` : cell;
  return cell.slice(0, MOST_LETTERS);
}
