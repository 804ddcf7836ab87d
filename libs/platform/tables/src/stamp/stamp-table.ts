import type { Row, Table } from '../table.ts';
import type { TableFormat } from '../to-table-file.ts';
import { CHECK_LABEL, ContentHash } from './content-hash.ts';
import { toTold } from './to-told.ts';

/** Keeps the hash of a file that is about to be finished: whoever checks it later asks for it. */
export type KeepHash = (hash: string) => Promise<void>;

/** A table whose last line is the hash of all others, counted while they pass. It is kept before it is written, so that no file is out whose hash is unknown. */
export function stampTable(table: Table, format: TableFormat, keep: KeepHash): Table {
  return { ...table, pages: stampPages(table, format, keep) };
}

async function* stampPages({ head, columns, pages }: Table, format: TableFormat, keep: KeepHash): AsyncGenerator<readonly Row[]> {
  const content = new ContentHash();
  for (const row of [...head, columns]) content.add(toTold(row, format));
  for await (const rows of pages) {
    for (const row of rows) content.add(toTold(row, format));
    yield rows;
  }
  const hash = content.digest();
  await keep(hash);
  yield [[], [CHECK_LABEL, hash]];
}
