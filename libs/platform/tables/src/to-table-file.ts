import { toCsv } from './csv/to-csv.ts';
import type { Table } from './table.ts';
import { toXlsx } from './xlsx/to-xlsx.ts';

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const mediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface TableFile {
  readonly type: string;
  readonly body: AsyncIterable<string | Uint8Array>;
}

/** A table as a file of a format: its media type, and its bytes as they are made. */
export function toTableFile(table: Table, format: TableFormat): TableFile {
  switch (format) {
    case 'csv':
      return { type: mediaTypes.csv, body: toCsv(table) };
    case 'xlsx':
      return { type: mediaTypes.xlsx, body: toXlsx(table) };
  }
}
