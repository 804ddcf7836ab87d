import type { Pool } from 'pg';

/** By table. */
export type StateDigest = ReadonlyMap<string, string>;

/** What changes all the same: who tried is kept, and loops go on. */
const apart = ['audit_entry', 'audit_link', 'relay_checkpoint', 'relay_cursor', 'calendar_change'];

/** What all rows of the service's tables come to, to see whether anything has changed. */
export function createStateDigest(admin: Pool): () => Promise<StateDigest> {
  let statement: string | undefined;
  return async () => {
    statement ??= await toStatement(admin);
    const { rows } = await admin.query<{ name: string; digest: string }>(statement);
    return new Map(rows.map(({ name, digest }) => [name, digest]));
  };
}

/** The tables that are others now. */
export const listChanged = (before: StateDigest, after: StateDigest): string[] =>
  [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);

async function toStatement(admin: Pool): Promise<string> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'intake' AND table_type = 'BASE TABLE' AND NOT (table_name = ANY ($1)) ORDER BY 1`,
    [apart],
  );
  const ofTable = (name: string) =>
    `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS digest FROM intake.${name} AS t`;
  return rows.map(({ name }) => ofTable(name)).join(' UNION ALL ');
}
