import writeExcelFile, { type Cell as SheetCell, type CellObject, type Row as SheetRow } from 'write-excel-file/node';
import { startsFormula } from '../starts-formula.ts';
import { MOST_LETTERS } from '../xlsx/most-letters.ts';
import type { FormCell, FormLook, FormSheet } from './form-sheet.ts';

type Style = Omit<CellObject, 'value' | 'type'>;

const framed: Style = { borderStyle: 'thin', alignVertical: 'center' };
const figure: Style = { ...framed, align: 'right', format: '#,##0' };
const points: Style = { ...figure, format: '0.00' };
const text: Style = { ...framed, wrap: true };

/** Times New Roman throughout: what NĐ 30/2020 prescribes for papers of the administration. */
const looks: Readonly<Record<FormLook, Style>> = {
  plain: {},
  bold: { fontWeight: 'bold' },
  title: { fontWeight: 'bold', fontSize: 14, align: 'center', alignVertical: 'center', wrap: true },
  centered: { align: 'center' },
  italic: { fontStyle: 'italic' },
  heading: { ...framed, fontWeight: 'bold', align: 'center', wrap: true },
  number: { ...framed, fontStyle: 'italic', align: 'center' },
  text,
  figure,
  points,
  'total-text': { ...text, fontWeight: 'bold' },
  'total-figure': { ...figure, fontWeight: 'bold' },
  'total-points': { ...points, fontWeight: 'bold' },
};

/** The sheet as a workbook. No text is ever a formula: not when the file is opened, nor when somebody enters its cell and leaves it. */
export async function toFormXlsx({ name, widths, landscape, rows }: FormSheet): Promise<Uint8Array> {
  const sheet = rows.map((row): SheetRow => row.map(toCell));
  const options = {
    sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    columns: widths.map((width) => ({ width })),
    ...(landscape ? { orientation: 'landscape' as const } : {}),
  };
  return writeExcelFile(sheet, options, { fontFamily: 'Times New Roman', fontSize: 12 }).toBuffer();
}

function toCell(cell: FormCell | null): SheetCell {
  if (cell === null) return null;
  const { value, look, columns, lines } = cell;
  const spans = { ...(columns === undefined ? {} : { columnSpan: columns }), ...(lines === undefined ? {} : { rowSpan: lines }) };
  const style = { ...looks[look], ...spans };
  if (value === null) return withoutFormat(style);
  if (typeof value === 'number') return { ...style, value, type: Number };
  // As text, so that the spreadsheet reads no formula when the cell is entered by hand.
  const asText = startsFormula(value) ? { format: '@' } : {};
  return { ...withoutFormat(style), ...asText, value: value.slice(0, MOST_LETTERS), type: String };
}

/** A number's format is nothing for a text, or for an empty cell. */
const withoutFormat = ({ format: _ofNumbers, ...style }: Style): Style => style;
