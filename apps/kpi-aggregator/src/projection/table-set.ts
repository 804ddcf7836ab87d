import type { Queryable } from '@motcua/postgres';

/** Facts and cells live in two table sets: one is read and projected into, a rebuild fills the other. */
export type TableSet = 0 | 1;

export const otherTableSet = (tableSet: TableSet): TableSet => (tableSet === 0 ? 1 : 0);

/**
 * The table set that is read and projected into. A batch asks after it has moved its cursor: a swap moves every cursor before it turns
 * the table set, so while the batch holds its cursor the table set stays, and a batch that comes later is refused.
 */
export async function getActiveTableSet(database: Queryable): Promise<TableSet> {
  const [row] = await database.query<{ active: TableSet }>('SELECT active FROM kpi.slot');
  if (row === undefined) throw slotMissing();
  return row.active;
}

/** Any constant will do, but not that of another lock of this database. */
const STREAMS_LOCK = 7_660_002;

/**
 * The active table set for a batch that is going to write into it. A dossier's events all come by one partition, but its overdue causes and its
 * documents by other topics: each of two such batches would take back what the other has just changed. So batches of overdue causes and of
 * documents run alone, beside no other batch. Batches of dossier events run beside each other, and pay for it with no statement of
 * their own.
 */
export async function enterActiveTableSet(database: Queryable, lock: 'shared' | 'exclusive'): Promise<TableSet> {
  const take = lock === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  const [row] = await database.query<{ active: TableSet }>(`SELECT active, ${take}($1) FROM kpi.slot`, [STREAMS_LOCK]);
  if (row === undefined) throw slotMissing();
  return row.active;
}

export async function setActiveTableSet(database: Queryable, tableSet: TableSet): Promise<void> {
  await database.query('UPDATE kpi.slot SET active = $1', [tableSet]);
}

const slotMissing = (): Error => new Error('kpi.slot is empty: run the migrations of kpi-aggregator');
