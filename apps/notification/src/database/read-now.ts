import type { Queryable } from './queryable.ts';

/** The present moment by the database’s clock, the only one that decides here; epoch ms. */
export async function readNow(database: Queryable): Promise<number> {
  const [row] = await database.query<{ now: Date }>('SELECT notification.clock_now() AS now');
  if (row === undefined) throw new Error('the database did not tell the time');
  return row.now.getTime();
}
