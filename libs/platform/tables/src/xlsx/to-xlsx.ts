import { Zip, ZipDeflate } from 'fflate';
import type { Table } from '../table.ts';
import { toSheet } from './to-sheet.ts';
import { toWorkbookParts } from './workbook-parts.ts';

/**
 * A table as a workbook of one sheet. It is zipped as the rows come, so that a list of a hundred thousand lines takes no more memory than
 * a page of it: libraries that write workbooks hold all of it.
 */
export async function* toXlsx(table: Table): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error !== null) failed = error;
    else ready.push(chunk);
  });
  const take = (): Uint8Array[] => {
    if (failed !== undefined) throw failed;
    const taken = ready;
    ready = [];
    return taken;
  };
  const encoder = new TextEncoder();
  for (const [path, text] of Object.entries(toWorkbookParts(table.name))) {
    const part = new ZipDeflate(path);
    zip.add(part);
    part.push(encoder.encode(text), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml');
  zip.add(sheet);
  for await (const piece of toSheet(table)) {
    sheet.push(encoder.encode(piece));
    yield* take();
  }
  sheet.push(new Uint8Array(), true);
  zip.end();
  yield* take();
}
