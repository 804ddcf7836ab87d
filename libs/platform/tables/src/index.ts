export { toField } from './csv/to-field.ts';
export { showDate, showMoment } from './moments.ts';
export { tableFormats, toTableFile, type TableFile, type TableFormat } from './to-table-file.ts';
export type { Cell, Row, Table } from './table.ts';
export { stampTable, type KeepHash } from './stamp/stamp-table.ts';
export type { FormCell, FormLook, FormSheet } from './form/form-sheet.ts';
export { toFormFile } from './form/to-form-file.ts';
