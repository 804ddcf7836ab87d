import type { Queryable } from '../database/queryable.ts';

/** Whether there is a log of verdicts to rebuild from and verify by: a stack may run without clocks. */
export async function hasVerdictLog(database: Queryable): Promise<boolean> {
  // asked of the catalogue, because naming a schema that one may not use is an error
  const rows = await database.query(
    `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE (n.nspname, c.relname) = ('sla', 'event_log')`,
  );
  return rows.length > 0;
}
