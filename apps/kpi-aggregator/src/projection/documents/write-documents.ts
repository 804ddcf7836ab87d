import type { DocumentAttributes } from '@motcua/indicators';
import { toBinaryFlags, toBinaryNumbers, type Queryable } from '@motcua/postgres';
import { toRowKeys, type RowKey } from '../row-keys.ts';
import type { TableSet } from '../table-set.ts';
import { documentAttributes, documentColumns } from './document-columns.ts';

/** What one stored row gets of the documents. */
export interface DocumentedRow extends RowKey {
  readonly digitizationVersion: number;
  readonly interval: DocumentAttributes;
}

const assignments = documentColumns.map((column) => `${column} = told.${column}`).join(', ');
const flags = documentColumns.map((_column, index) => `unnest($${index + 4}::boolean[])`).join(', ');

/** Writes what is there of the documents into rows that are there. Nothing else writes these columns. */
export async function writeDocuments(database: Queryable, tableSet: TableSet, rows: readonly DocumentedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await database.query(
    `UPDATE kpi.fact_${tableSet} AS fact SET digitization_version = told.digitization_version, ${assignments}
     FROM (SELECT unnest($1::uuid[]), unnest($2::smallint[]), unnest($3::integer[]), ${flags})
       AS told (dossier_id, span, digitization_version, ${documentColumns.join(', ')})
     WHERE fact.dossier_id = told.dossier_id AND fact.span = told.span`,
    [
      ...toRowKeys(rows),
      toBinaryNumbers(
        'integer',
        rows.map(({ digitizationVersion }) => digitizationVersion),
      ),
      ...documentAttributes.map((attribute) => toBinaryFlags(rows.map(({ interval }) => interval[attribute]))),
    ],
  );
}
