import { inTransaction, type Transaction } from '@motcua/postgres';
import { escapeIdentifier, type Pool } from 'pg';

export interface Adoption {
  readonly storeId: string;
  /** Event tables of the schema. */
  readonly tables: readonly string[];
  /** Events that will be published again; consumers know most of them already. */
  readonly events: number;
}

/**
 * After a restore or failover, with the service stopped: gives the store a new identity, and its events a place before everything
 * that this server will still write. All of them are then published again, in their order, by every relay of the schema; consumers ignore
 * versions they have, and projections must be rebuilt, because Kafka may hold events that the restored store never had.
 *
 * @param pool of an admin, not of the runtime role; the update touches every event in one transaction
 */
export async function adoptStore(pool: Pool, schema: string): Promise<Adoption> {
  return inTransaction(
    pool,
    async (transaction) => {
      const tables = await listEventTables(transaction, schema);
      const named = tables.map((table) => `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`);
      if (named.length > 0) await transaction.execute(`LOCK TABLE ${named.join(', ')} IN EXCLUSIVE MODE`);
      let events = 0;
      // Positions grow in commit order for each key (its lock is taken before its events are written), so one xid for all keeps the order.
      for (const table of named) events += await transaction.execute(`UPDATE ${table} SET xid = '1'`);
      const [row] = await transaction.query<{ store_id: string }>(
        `UPDATE ${schema}.store_identity SET store_id = gen_random_uuid(), since = now() RETURNING store_id`,
      );
      await transaction.execute(`DELETE FROM ${schema}.relay_cursor`);
      await transaction.execute(`DELETE FROM ${schema}.relay_checkpoint`);
      return { storeId: row?.store_id ?? '', tables, events };
    },
    { timeoutMs: 0 },
  );
}

/**
 * Whatever a relay publishes has a body, and notes the transaction that wrote it by itself: no list that somebody forgets a table in. An audit
 * log notes it too and has none; nothing of it may ever change.
 */
async function listEventTables(transaction: Transaction, schema: string): Promise<string[]> {
  const rows = await transaction.query<{ name: string }>(
    `SELECT relname AS name FROM pg_attrdef JOIN pg_class ON pg_class.oid = adrelid
       JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum
     WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p') AND attname = 'xid'
       AND pg_get_expr(adbin, adrelid) LIKE '%pg_current_xact_id()%'
       AND EXISTS (SELECT FROM pg_attribute AS beside WHERE beside.attrelid = adrelid AND beside.attname = 'body')
     ORDER BY relname`,
    [schema],
  );
  return rows.map(({ name }) => name);
}
