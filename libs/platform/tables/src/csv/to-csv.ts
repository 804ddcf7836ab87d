import type { Cell, Row, Table } from '../table.ts';
import { toDecimalComma } from './to-decimal-comma.ts';
import { toField } from './to-field.ts';

/** Tells spreadsheets that the file is UTF-8; without it Vietnamese is read as the system's old code page. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a Vietnamese Windows separates lists by, since its decimal mark is the comma: Excel there opens such a file in columns. */
const SEPARATOR = ';';

/** A table as CSV, for a spreadsheet in a country of decimal commas; whose is not opens the XLSX. */
export async function* toCsv({ head, columns, pages }: Table): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + toLines([...head, [], columns]);
  for await (const rows of pages) if (rows.length > 0) yield toLines(rows);
}

const toLines = (rows: readonly Row[]): string => rows.map((row) => `${row.map(toCell).join(SEPARATOR)}\r\n`).join('');

const toCell = (cell: Cell): string => (typeof cell === 'number' ? toDecimalComma(cell) : toField(cell));

/** Lines that are all there already. */
export const toCsvLines = (rows: readonly Row[]): string => BYTE_ORDER_MARK + toLines(rows);
