import { startsFormula } from '../starts-formula.ts';
import type { Cell, Row, Table } from '../table.ts';

/** Styles of the workbook, by their place in `styles.xml`. */
const PLAIN = 0;
const QUOTED = 1;
const BOLD = 2;
/** More than this Excel does not take. */
const MOST_LETTERS = 32_767;

/** The XML of a sheet, piece by piece. Every text is written into its cell as text: none is ever a formula. */
export async function* toSheet({ head, columns, pages }: Table): AsyncGenerator<string> {
  const top = [...head, []];
  const widths = columns
    .map((_title, index) => `<col min="${index + 1}" max="${index + 1}" width="22" customWidth="1"/>`)
    .join('');
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>${widths}</cols><sheetData>`;
  yield top.map((row) => toRow(row)).join('') + toRow(columns, BOLD);
  for await (const rows of pages) if (rows.length > 0) yield rows.map((row) => toRow(row)).join('');
  yield '</sheetData></worksheet>';
}

const toRow = (row: Row, style = PLAIN): string => `<row>${row.map((cell) => toCell(cell, style)).join('')}</row>`;

function toCell(cell: Cell, style: number): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c s="${style}"><v>${cell}</v></c>`;
  // Else the text becomes a formula as soon as somebody enters the cell and leaves it.
  const quoted = startsFormula(cell) ? QUOTED : style;
  return `<c t="inlineStr" s="${quoted}"><is><t xml:space="preserve">${escape(cell.slice(0, MOST_LETTERS))}</t></is></c>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML knows no control characters but three. */
const escape = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (letter) => entities[letter] ?? letter);
