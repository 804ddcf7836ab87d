export { toField } from './csv/to-field.ts';
export { showDate, showMoment } from './moments.ts';
export { tableFormats, toTableFile, type TableFile, type TableFormat } from './to-table-file.ts';
export type { Cell, Row, Table } from './table.ts';
