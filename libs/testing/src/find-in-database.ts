import pg from 'pg';

/**
 * Where texts lie in a database: in any column of any table of any schema but the system's, as text, in JSON, in arrays or as UTF-8 in
 * bytes. For proofs that something is stored nowhere in clear.
 *
 * @param url of a role that may read everything
 * @returns `schema.table.column: text`, sorted
 */
export async function findInDatabase(url: string, texts: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{ place: string; relation: string; name: string; type: string }>(allColumns);
    const found: string[] = [];
    for (const { place, relation, name, type } of columns) {
      const within =
        type === 'bytea' ? `position(convert_to(needle, 'UTF8') IN ${name}) > 0` : `strpos(${name}::text, needle) > 0`;
      const { rows } = await client.query<{ needle: string }>(
        `SELECT needle FROM unnest($1::text[]) AS needle WHERE EXISTS (SELECT FROM ${relation} WHERE ${within})`,
        [texts],
      );
      found.push(...rows.map(({ needle }) => `${place}: ${needle}`));
    }
    return found.sort();
  } finally {
    await client.end();
  }
}

/** Columns of tables, partitions among them; what a view shows lies in a table. */
const allColumns = `
SELECT n.nspname || '.' || c.relname || '.' || a.attname AS place, format('%I.%I', n.nspname, c.relname) AS relation,
       quote_ident(a.attname) AS name, format_type(a.atttypid, NULL) AS type
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm') AND a.attnum > 0 AND NOT a.attisdropped
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
ORDER BY 1`;
