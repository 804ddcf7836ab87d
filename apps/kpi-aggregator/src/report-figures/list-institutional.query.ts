import type { InstitutionalFigureEvent } from '@motcua/contracts';
import type { Queryable } from '@motcua/postgres';
import type { InstitutionalEntry } from '@motcua/report';
import type { TableSet } from '../projection/table-set.ts';

interface Row extends Record<string, unknown> {
  readonly version: number;
  readonly document: InstitutionalFigureEvent['data']['versions'][number]['document'];
}

/** The counting versions of these units that hold on a day of the period (local dates, inclusive), by code and validity. */
export async function listInstitutional(
  database: Queryable,
  tableSet: TableSet,
  { units, from, to }: { readonly units: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly InstitutionalEntry[]> {
  return database.query<Row>(
    `SELECT version, document FROM kpi.institutional_${tableSet}
     WHERE counts AND unit = ANY($1) AND valid_from <= $3::date AND (valid_to IS NULL OR valid_to >= $2::date)
     ORDER BY code, valid_from`,
    [units, from, to],
  );
}
