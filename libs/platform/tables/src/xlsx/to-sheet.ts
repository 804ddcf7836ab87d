import { startsFormula } from '../starts-formula.ts';
import type { Cell, Row, Table } from '../table.ts';
import { MOST_LETTERS } from './most-letters.ts';

/** Styles of the workbook, by their place in `styles.xml`. */
const PLAIN = 0;
const QUOTED = 1;
const BOLD = 2;

/** The XML of a sheet, piece by piece. Every text is written into its cell as text: none is ever a formula. */
export async function* toSheet({ head, columns, pages }: Table): AsyncGenerator<string> {
  const widths = columns
    .map((_title, index) => `<col min="${index + 1}" max="${index + 1}" width="22" customWidth="1"/>`)
    .join('');
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>${widths}</cols><sheetData>`;
  let written = 0;
  const toRows = (rows: readonly Row[], style = PLAIN): string => rows.map((row) => toRow(row, (written += 1), style)).join('');
  yield toRows([...head, []]) + toRows([columns], BOLD);
  for await (const rows of pages) if (rows.length > 0) yield toRows(rows);
  yield '</sheetData></worksheet>';
}

// The format lets addresses be left out; not every reader does.
const toRow = (row: Row, line: number, style: number): string =>
  `<row r="${line}">${row.map((cell, index) => toCell(cell, `${toColumnName(index)}${line}`, style)).join('')}</row>`;

function toCell(cell: Cell, address: string, style: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}" s="${style}"><v>${cell}</v></c>`;
  // Else the text becomes a formula as soon as somebody enters the cell and leaves it.
  const quoted = startsFormula(cell) ? QUOTED : style;
  return `<c r="${address}" t="inlineStr" s="${quoted}"><is><t xml:space="preserve">${escape(cell.slice(0, MOST_LETTERS))}</t></is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
const toColumnName = (index: number): string =>
  (index < 26 ? '' : toColumnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML knows no control characters but three. */
const escape = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (letter) => entities[letter] ?? letter);
