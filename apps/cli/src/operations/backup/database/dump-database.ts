import { toTransaction, type Queryable } from '@motcua/postgres';
import { escapeIdentifier, type Pool } from 'pg';
import { listMigrations, listSequences, listTables, type DumpedTable } from './list-tables.ts';

const FETCHED = 2_000;

/** What stands in front of a line that is no row. */
export const MARK = '#';

/** What a dump was of, known once it has been read to its end. */
export interface DumpCounts {
  /** `intake.event` → rows. */
  tables: Record<string, number>;
  /** Schema → migrations that had run. */
  migrations: Readonly<Record<string, readonly string[]>>;
}

export const toName = ({ schema, name }: { readonly schema: string; readonly name: string }): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;

/**
 * The tables of all services as they are in one snapshot, line by line: `#{"schema", "name", "columns"}`, then its rows as the server
 * writes them in JSON, exact to the digit; at the end `#{"sequences"}`. It reads beside everything that runs and holds up no relay: a
 * transaction that writes nothing has no id.
 *
 * @param pool of an administrator
 */
export async function* dumpDatabase(pool: Pool, counts: DumpCounts): AsyncGenerator<string> {
  const client = await pool.connect();
  let isDone = false;
  try {
    await client.query('SET SESSION transaction_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const snapshot = toTransaction(client);
    const tables = await listTables(snapshot);
    counts.migrations = await listMigrations(snapshot, [...new Set(tables.map(({ schema }) => schema))]);
    for (const table of tables) {
      yield `${MARK}${JSON.stringify(table)}\n`;
      counts.tables[`${table.schema}.${table.name}`] = yield* dumpTable(snapshot, table);
    }
    // Behind the rows: a sequence is of no snapshot, and must be beyond every row that has a number of it.
    yield `${MARK}${JSON.stringify({ sequences: await listSequences(snapshot) })}\n`;
    await client.query('COMMIT');
    isDone = true;
  } finally {
    client.release(!isDone);
  }
}

async function* dumpTable(snapshot: Queryable, table: DumpedTable): AsyncGenerator<string, number> {
  const columns = table.columns.map(escapeIdentifier).join(', ');
  // A line feed stands in JSON only between tokens, where a column of type json was written so.
  await snapshot.query(
    `DECLARE dumped NO SCROLL CURSOR FOR
     SELECT translate(row_to_json(kept)::text, E'\\n\\r', '  ') AS row FROM (SELECT ${columns} FROM ${toName(table)}) AS kept`,
  );
  let rows = 0;
  for (;;) {
    const fetched = await snapshot.query<{ row: string }>(`FETCH ${String(FETCHED)} FROM dumped`);
    if (fetched.length === 0) break;
    rows += fetched.length;
    yield fetched.map(({ row }) => `${row}\n`).join('');
  }
  await snapshot.query('CLOSE dumped');
  return rows;
}
