import { inTransaction } from '@motcua/postgres';
import type { Pool } from 'pg';

export interface Adoption {
  readonly storeId: string;
  /** Events that will be published again; consumers know most of them already. */
  readonly events: number;
}

/**
 * After a restore or failover, with the service stopped: gives the store a new identity, and its events a place before everything
 * that this server will still write. All of them are then published again, in their order; consumers ignore versions they have, and
 * projections must be rebuilt, because Kafka may hold events that the restored store never had.
 *
 * @param pool of an admin, not of the runtime role; the update touches every event in one transaction
 */
export async function adoptStore(pool: Pool, schema: string, table: string): Promise<Adoption> {
  return inTransaction(
    pool,
    async (transaction) => {
      await transaction.execute(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
      // Positions grow in commit order for each key (its lock is taken before its events are written), so one xid for all keeps the order.
      const events = await transaction.execute(`UPDATE ${table} SET xid = '1'`);
      const [row] = await transaction.query<{ store_id: string }>(
        `UPDATE ${schema}.store_identity SET store_id = gen_random_uuid(), since = now() RETURNING store_id`,
      );
      await transaction.execute(`DELETE FROM ${schema}.relay_cursor`);
      await transaction.execute(`DELETE FROM ${schema}.relay_checkpoint`);
      return { storeId: row?.store_id ?? '', events };
    },
    { timeoutMs: 0 },
  );
}
