import { CHECK_LABEL, ContentHash } from '../stamp/content-hash.ts';
import type { KeepHash } from '../stamp/stamp-table.ts';
import { toTold } from '../stamp/to-told.ts';
import { toCsvLines } from '../csv/to-csv.ts';
import type { Cell } from '../table.ts';
import { mediaTypes, type TableFile, type TableFormat } from '../to-table-file.ts';
import type { FormSheet } from './form-sheet.ts';
import { toFormXlsx } from './to-form-xlsx.ts';

/** A form as a file of a format, its last line the hash of all others, which is kept before there is a file. */
export async function toFormFile(form: FormSheet, format: TableFormat, keep: KeepHash): Promise<TableFile> {
  const content = new ContentHash();
  for (const row of form.rows) content.add(toTold(toCells(row), format));
  const hash = content.digest();
  await keep(hash);
  const stamped: FormSheet = { ...form, rows: [...form.rows, [], toCheckRow(hash)] };
  const body = format === 'csv' ? toCsvLines(stamped.rows.map(toCells)) : await toFormXlsx(stamped);
  return { type: mediaTypes[format], body: inOnePiece(body) };
}

const toCells = (row: FormSheet['rows'][number]): Cell[] => row.map((cell) => cell?.value ?? null);

const toCheckRow = (hash: string): FormSheet['rows'][number] => [
  { value: CHECK_LABEL, look: 'italic' },
  { value: hash, look: 'italic' },
];

async function* inOnePiece(body: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield await Promise.resolve(body);
}
