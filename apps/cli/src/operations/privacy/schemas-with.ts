import type { ClientBase } from 'pg';

/** Schemas, quoted, of the services that have a table of this name. */
export async function listSchemasWith(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(n.nspname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relname = $1 AND c.relkind = 'r' ORDER BY 1`,
    [table],
  );
  return rows.map(({ name }) => name);
}
