import type { Queryable } from '@motcua/postgres';
import type { EnrichmentLog } from './enrichment-log.ts';

/** Whether there is that log to rebuild from and verify by: a stack may run without clocks, documents or a catalogue. */
export async function hasEnrichmentLog(database: Queryable, { schema, relation }: EnrichmentLog): Promise<boolean> {
  // asked of the catalogue, because naming a schema that one may not use is an error
  const rows = await database.query(
    `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE (n.nspname, c.relname) = ($1, $2)`,
    [schema, relation],
  );
  return rows.length > 0;
}
