import type { ResponsibilityInterval } from '@motcua/indicators';
import { toBinaryNumbers, type Queryable } from '@motcua/postgres';
import { toTextArray } from '../array-literal.ts';
import { toRowKeys, type RowKey } from '../row-keys.ts';
import type { TableSet } from '../table-set.ts';

/** The overdue cause that one stored row gets: its responsibility interval with it, or without. */
export interface ClassifiedRow extends RowKey {
  readonly judgement: number;
  readonly interval: Pick<ResponsibilityInterval, 'cause' | 'judgedAt'>;
}

/** Writes overdue causes into rows that are there; the rest of a row is the dossier stream's. */
export async function writeCauses(database: Queryable, tableSet: TableSet, rows: readonly ClassifiedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await database.query(
    `UPDATE kpi.fact_${tableSet} AS fact SET judgement = judged.judgement, cause = judged.cause, judged_at = judged.judged_at
     FROM (SELECT unnest($1::uuid[]), unnest($2::smallint[]), unnest($3::integer[]), unnest($4::text[]), unnest($5::bigint[]))
       AS judged (dossier_id, span, judgement, cause, judged_at)
     WHERE fact.dossier_id = judged.dossier_id AND fact.span = judged.span`,
    [
      ...toRowKeys(rows),
      toBinaryNumbers(
        'integer',
        rows.map(({ judgement }) => judgement),
      ),
      toTextArray(rows.map(({ interval }) => interval.cause)),
      toBinaryNumbers(
        'bigint',
        rows.map(({ interval }) => interval.judgedAt),
      ),
    ],
  );
}
