import type { Transaction } from '@motcua/postgres';

/**
 * In a server that counts transactions anew (a restore): what was sealed keeps its place, what was not yet comes behind it, and both before
 * whatever is still to be written. The chain hashes none of it. Without this nothing that is written now would ever be sealed.
 *
 * @param transaction of an administrator
 */
export async function continueChain(transaction: Transaction, schema: string): Promise<void> {
  // The triggers that let nobody change an entry are there for everybody else.
  await transaction.query("SET LOCAL session_replication_role = 'replica'");
  await transaction.query(
    `UPDATE ${schema}.audit_entry AS entry SET xid = CASE
       WHEN EXISTS (SELECT FROM ${schema}.audit_link AS link WHERE link.position = entry.position) THEN '1'::xid8 ELSE '2'::xid8 END`,
  );
  await transaction.query(`UPDATE ${schema}.audit_link SET xid = '1'`);
}

/** Schemas that keep an audit log. */
export async function listAuditedSchemas(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.query<{ schema: string }>(
    `SELECT relnamespace::regnamespace::text AS schema FROM pg_class WHERE relname = 'audit_entry' AND relkind = 'r' ORDER BY 1`,
  );
  return rows.map(({ schema }) => schema);
}
