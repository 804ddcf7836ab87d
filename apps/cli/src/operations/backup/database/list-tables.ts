import type { Queryable } from '@motcua/postgres';

export interface DumpedTable {
  readonly schema: string;
  readonly name: string;
  /** Those that are stored; what is reckoned of others is reckoned again. */
  readonly columns: readonly string[];
}

/** The schemas that services migrate. What lies elsewhere (the queues of deliveries) may be lost: it is filled from these. */
const ours = `SELECT relnamespace FROM pg_class WHERE relname = 'migration' AND relkind = 'r'`;

/**
 * What a restored installation has otherwise: relays are adopted, and facts and cells are rebuilt from the event tables. Migrations are
 * those of the release that restores, and must be the same.
 */
const left = `relname NOT IN ('migration', 'relay_cursor', 'relay_checkpoint', 'log_agreement')
  AND NOT (relnamespace = to_regnamespace('kpi') AND relname ~ '^(fact|cell)_[01]$')`;

/** Every table of the services that a backup takes, in the order of names. */
export const listTables = (database: Queryable): Promise<DumpedTable[]> =>
  database.query<DumpedTable & Record<string, unknown>>(
    `SELECT relnamespace::regnamespace::text AS schema, relname AS name,
       array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     WHERE relkind = 'r' AND relnamespace IN (${ours}) AND ${left}
     GROUP BY 1, 2 ORDER BY 1, 2`,
  );

export interface SequencePosition {
  readonly schema: string;
  readonly name: string;
  /** Null: it has given nothing yet. */
  readonly last: string | null;
}

export const listSequences = (database: Queryable): Promise<SequencePosition[]> =>
  database.query<SequencePosition & Record<string, unknown>>(
    `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE to_regnamespace(quote_ident(schemaname)) IN (${ours}) ORDER BY 1, 2`,
  );

/** Schema → the migrations that have run in it, in order. */
export async function listMigrations(
  database: Queryable,
  schemas: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const migrations: Record<string, readonly string[]> = {};
  for (const schema of schemas) {
    const rows = await database.query<{ name: string }>(`SELECT name FROM ${schema}.migration ORDER BY name`);
    migrations[schema] = rows.map(({ name }) => name);
  }
  return migrations;
}
