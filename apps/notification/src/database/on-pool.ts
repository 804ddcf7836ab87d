import type { Queryable } from './queryable.ts';
import type { Pool } from 'pg';

/** A pool seen as a transaction: each statement is its own. */
export const onPool = (pool: Pool): Queryable => ({
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await pool.query(sql, [...parameters]);
    return rows as Row[];
  },
});
