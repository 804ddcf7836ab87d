import type { Queryable } from '../database/queryable.ts';

/** Facts and cells live in two slots: one is read and projected into, a rebuild fills the other. */
export type Slot = 0 | 1;

export const otherSlot = (slot: Slot): Slot => (slot === 0 ? 1 : 0);

/**
 * The slot that is read and projected into. A batch asks after it has moved its cursor: a swap moves every cursor before it turns
 * the slot, so while the batch holds its cursor the slot stays, and a batch that comes later is refused.
 */
export async function getActiveSlot(database: Queryable): Promise<Slot> {
  const [row] = await database.query<{ active: Slot }>('SELECT active FROM kpi.slot');
  if (row === undefined) throw new Error('kpi.slot is empty: run the migrations of kpi-aggregator');
  return row.active;
}

export async function setActiveSlot(database: Queryable, slot: Slot): Promise<void> {
  await database.query('UPDATE kpi.slot SET active = $1', [slot]);
}
