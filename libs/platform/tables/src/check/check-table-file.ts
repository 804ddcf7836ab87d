import { parse } from 'csv-parse/sync';
import readExcelFile, { type CellValue } from 'read-excel-file/node';
import { CHECK_LABEL, ContentHash, toContent } from '../stamp/content-hash.ts';

/** What a file says of itself, and what it is. */
export interface CheckedFile {
  /** The hash in its last line; null: it carries none. */
  readonly stamped: string | null;
  /** The hash of what is in it now. */
  readonly found: string;
}

/** A workbook shows more than the one sheet that is written here: what the hash says nothing of would pass for checked. */
export class MoreSheetsError extends Error {
  constructor(readonly sheets: readonly string[]) {
    super(`a workbook of ${String(sheets.length)} sheets: ${sheets.join(', ')}`);
  }
}

/**
 * Reads a CSV or XLSX that was written here, by libraries that wrote none of it, and counts its hash again. Only the very last line is taken for the one with
 * the hash, and only if it is nothing else: every other line is content.
 *
 * @throws MoreSheetsError, and an Error of what is neither CSV nor XLSX
 */
export async function checkTableFile(bytes: Buffer): Promise<CheckedFile> {
  const rows = isZip(bytes) ? await readWorkbook(bytes) : readCsv(bytes);
  const lines = rows.map(toContent).filter(({ length }) => length > 0);
  const stamped = findStamp(lines.at(-1) ?? []);
  const content = new ContentHash();
  for (const line of stamped === null ? lines : lines.slice(0, -1)) content.add(line);
  return { stamped, found: content.digest() };
}

function findStamp([label, hash, ...more]: readonly string[]): string | null {
  const isStamp = label === CHECK_LABEL && hash !== undefined && /^[0-9a-f]{64}$/.test(hash) && more.length === 0;
  return isStamp ? hash : null;
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK';

const readCsv = (bytes: Buffer): string[][] =>
  parse(bytes, { bom: true, delimiter: ';', relaxColumnCount: true, relaxQuotes: true });

async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  const sheets = await readExcelFile(bytes, { trim: false });
  const [first, ...more] = sheets;
  if (more.length > 0) throw new MoreSheetsError(sheets.map(({ sheet }) => sheet));
  return (first?.data ?? []).map((row) => row.map(toText));
}

/** Every value has one: a date too, though none is ever written here. */
const toText = (cell: CellValue | null): string => (cell === null ? '' : String(cell));
