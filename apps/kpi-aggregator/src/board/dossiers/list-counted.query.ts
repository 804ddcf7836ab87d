import type { DossierLine } from '@motcua/contracts';
import { Keyset, Parameters, type KeysetPosition, type KeysetRow, type Queryable } from '@motcua/postgres';
import type { TableSet } from '../../projection/table-set.ts';
import type { SqlCondition } from './counted-facts.ts';
import { toDossierLine, type LineRow } from './dossier-line.ts';

/** What waits to be accepted was not received yet, and comes last: at the largest `bigint`. */
const received = 'coalesce(f.received_at, 9223372036854775807)';
const oldestFirst = new Keyset({ receivedAt: [received, 'bigint'], dossierId: ['f.dossier_id', 'uuid'] });
export type PagePosition = KeysetPosition<'receivedAt' | 'dossierId'>;

const recordedPlaces = 'JOIN kpi.place p ON p.id = f.place';

export async function countCounted(
  database: Queryable,
  tableSet: TableSet,
  { sql, parameters, places = recordedPlaces }: SqlCondition,
): Promise<number> {
  const [row] = await database.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM kpi.fact_${tableSet} f ${places} WHERE ${sql}`,
    parameters,
  );
  return row?.total ?? 0;
}

/** A page of what a part counts, in the order of receipt, and where the next one goes on. */
export async function listCounted(
  database: Queryable,
  tableSet: TableSet,
  { sql, parameters: given, places = recordedPlaces }: SqlCondition,
  { after, limit, asOf }: { readonly after: PagePosition | undefined; readonly limit: number; readonly asOf: number },
): Promise<{ dossiers: readonly DossierLine[]; next: PagePosition | null }> {
  const parameters = new Parameters(given);
  const rows = await database.query<KeysetRow<LineRow, keyof PagePosition>>(
    `SELECT f.*, p.unit, p.time_zone, ${oldestFirst.columns} FROM kpi.fact_${tableSet} f ${places}
     WHERE ${[sql, ...oldestFirst.behind(after, parameters)].join(' AND ')} ${oldestFirst.orderAndLimit(limit, parameters)}`,
    parameters.values,
  );
  const { page, next } = oldestFirst.cut(rows, limit);
  return { dossiers: page.map((row) => toDossierLine(row, asOf)), next };
}
