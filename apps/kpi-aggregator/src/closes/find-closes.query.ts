import type { Queryable } from '@motcua/postgres';
import { closeColumns, closeTables, type StoredClose } from './close-row.ts';

type Row = StoredClose & Record<string, unknown>;

export async function findClose(database: Queryable, id: string): Promise<StoredClose | undefined> {
  const [close] = await database.query<Row>(`SELECT ${closeColumns} FROM ${closeTables} WHERE c.id = $1`, [id]);
  return close;
}

/** Of one unit, the latest month first; withdrawn proposals behind what stands. */
export const listCloses = (database: Queryable, unit: string): Promise<StoredClose[]> =>
  database.query<Row>(
    `SELECT ${closeColumns} FROM ${closeTables} WHERE c.unit = $1
     ORDER BY c.month DESC, d.outcome IS NOT DISTINCT FROM 'withdrawn', c.proposed_at DESC LIMIT 500`,
    [unit],
  );

/** What stands of a unit's month: proposed or confirmed. Should there be two, what is confirmed. */
export async function findStandingClose(database: Queryable, unit: string, month: string): Promise<StoredClose | undefined> {
  const [close] = await database.query<Row>(
    `SELECT ${closeColumns} FROM ${closeTables} WHERE c.unit = $1 AND c.month = $2 AND d.outcome IS DISTINCT FROM 'withdrawn'
     ORDER BY d.outcome NULLS LAST, c.proposed_at LIMIT 1`,
    [unit, month],
  );
  return close;
}

/** In the order of the chain. */
export const listConfirmed = (database: Queryable): Promise<StoredClose[]> =>
  database.query<Row>(`SELECT ${closeColumns} FROM ${closeTables} WHERE d.outcome = 'confirmed' ORDER BY l.sequence, c.id`);
