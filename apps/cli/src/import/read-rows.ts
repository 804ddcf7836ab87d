import { parse, CsvError } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CliError } from '@motcua/terminal';
import type { RejectedRow, SourceRow } from './source-row.ts';

export interface RowFile {
  readonly bytes: number;
  /** How many bytes of the file were read so far. */
  bytesRead(): number;
  readonly rows: AsyncIterable<SourceRow | RejectedRow>;
}

/** Streams a `.csv`, `.csv.gz`, `.ndjson` or `.ndjson.gz` file row by row; the file is never held whole. */
export async function openRows(file: string): Promise<RowFile> {
  const { size } = await stat(file).catch((cause: unknown) => {
    throw new CliError({
      code: 'import.file-unreadable',
      message: `The file ${file} cannot be read.`,
      hint: 'Check the path.',
      cause,
    });
  });
  const format = /\.(csv|ndjson)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
  if (format === undefined) {
    throw new CliError({ code: 'import.format-unknown', message: `${file} is neither .csv nor .ndjson (.gz may follow).` });
  }
  const raw = createReadStream(file, { highWaterMark: 64 * 1024 });
  const text = /\.gz$/i.test(file) ? pipeWithErrors(raw, createGunzip()) : raw;
  return { bytes: size, bytesRead: () => raw.bytesRead, rows: format === 'csv' ? readCsv(text, file) : readNdjson(text) };
}

function pipeWithErrors(source: Readable, target: Transform): Transform {
  source.on('error', (error) => target.destroy(error));
  return source.pipe(target);
}

async function* readCsv(text: Readable, file: string): AsyncGenerator<SourceRow> {
  const records = pipeWithErrors(text, parse({ columns: true, bom: true, info: true, relax_column_count: true }));
  try {
    for await (const { info, record } of records as AsyncIterable<{ info: { lines: number }; record: Record<string, string> }>) {
      yield { line: info.lines, columns: record };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new CliError({ code: 'import.file-broken', message: `${file} is no CSV file: ${error.message}`, cause: error });
    }
    throw error;
  }
}

async function* readNdjson(text: Readable): AsyncGenerator<SourceRow | RejectedRow> {
  let line = 0;
  for await (const written of createInterface({ input: text, crlfDelay: Infinity })) {
    line += 1;
    if (written.trim() !== '') yield toRow(line, written);
  }
}

function toRow(line: number, written: string): SourceRow | RejectedRow {
  const notAnObject = { line, code: 'import.line-invalid', message: 'The line is no JSON object.' };
  try {
    const parsed: unknown = JSON.parse(written);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return notAnObject;
    return { line, columns: Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, toText(value)])) };
  } catch {
    return notAnObject;
  }
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
