import { measureColumns } from '../projection/cells/measure-columns.ts';

export const measureColumnSums = measureColumns.map((column) => `sum(c.${column})::int AS ${column}`).join(', ');
