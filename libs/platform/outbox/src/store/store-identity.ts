import { clusterTimelineSql, type Transaction } from '@motcua/postgres';
import type { LogPosition } from './cursor.store.ts';

/** What the database says of itself. Transaction ids are 64-bit numbers. */
export interface StoreIdentity {
  /** The cluster's identifier and the store's own: a dump restored elsewhere changes the first, `adoptStore` the second. */
  readonly storeId: string;
  /** The cluster's identifier and its timeline: a promotion changes it, after a restore to a moment as of a standby. */
  readonly cluster: string;
  /** The first transaction id not yet given out. */
  readonly xmax: bigint;
  /** The highest transaction id in the event table; 0 when it is empty. */
  readonly newestXid: bigint;
}

/** The name of the store that it is asked in, as SQL: another one after a restore elsewhere, and after `adoptStore`. */
export const storeIdSql = (schema: string): string =>
  `(SELECT (SELECT system_identifier FROM pg_control_system())::text || '/' || store_id FROM ${schema}.store_identity)`;

export async function getStoreIdentity(transaction: Transaction, schema: string, table: string): Promise<StoreIdentity> {
  const [row] = await transaction.query<{ storeId: string; cluster: string; xmax: string; newestXid: string }>(
    `SELECT ${storeIdSql(schema)} AS "storeId",
            ${clusterTimelineSql} AS cluster,
            pg_snapshot_xmax(pg_current_snapshot())::text AS xmax,
            coalesce((SELECT xid FROM ${table} ORDER BY xid DESC, position DESC LIMIT 1), '0')::text AS "newestXid"
     FROM ${schema}.store_identity`,
  );
  if (row === undefined) throw new Error(`${schema}.store_identity is empty: the migration that fills it has not run`);
  return { ...row, xmax: BigInt(row.xmax), newestXid: BigInt(row.newestXid) };
}

/**
 * Why the relay must not go on, or undefined. After a restore or a failover transaction ids may restart lower: new events would sort
 * below the cursor and never be published, silently.
 */
export function whyStoreDoesNotFit(
  cursor: LogPosition & { readonly storeId: string },
  { storeId, xmax, newestXid }: Omit<StoreIdentity, 'cluster'>,
): string | undefined {
  if (cursor.storeId !== storeId) return `the cursor was written for store ${cursor.storeId}, this is store ${storeId}`;
  if (BigInt(cursor.xid) >= xmax)
    return `the cursor stands at transaction ${cursor.xid}, but this server has only given out those below ${xmax}`;
  if (newestXid >= xmax)
    return `the event table holds transaction ${newestXid}, but this server has only given out those below ${xmax}`;
  return undefined;
}
