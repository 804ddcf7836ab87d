import { parse } from 'csv-parse/sync';
import readExcelFile, { type CellValue } from 'read-excel-file/node';
import { CHECK_LABEL, ContentHash } from '../stamp/content-hash.ts';

/** What a file says of itself, and what it is. */
export interface CheckedFile {
  /** The hash in its last line; null: it carries none. */
  readonly stamped: string | null;
  /** The hash of what is in it now. */
  readonly found: string;
}

/** Reads a CSV or XLSX that was written here, by libraries that wrote none of it, and counts its hash again. @throws of what is neither */
export async function checkTableFile(bytes: Buffer): Promise<CheckedFile> {
  const rows = isZip(bytes) ? await readWorkbook(bytes) : readCsv(bytes);
  const content = new ContentHash();
  for (const row of rows) content.add(row);
  return { stamped: rows.findLast(([first]) => first === CHECK_LABEL)?.[1] ?? null, found: content.digest() };
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK';

const readCsv = (bytes: Buffer): string[][] =>
  parse(bytes, { bom: true, delimiter: ';', relaxColumnCount: true, relaxQuotes: true });

async function readWorkbook(bytes: Buffer): Promise<string[][]> {
  const [sheet] = await readExcelFile(bytes, { trim: false });
  return (sheet?.data ?? []).map((row) => row.map(toText));
}

const toText = (cell: CellValue | null): string =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
