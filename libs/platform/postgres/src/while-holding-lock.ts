import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { toTransaction, type Transaction } from './transaction.ts';

export interface HeldLock {
  /** The connection that the lock belongs to; each statement is a transaction of its own. */
  readonly database: Transaction;
  /** Aborts when that connection is gone, and the lock with it: somebody else may have it by now. */
  readonly lost: AbortSignal;
}

const tryEveryMs = 100;

/**
 * Runs `work` while nobody else holds the advisory lock of `key`, the one of `pg_advisory_xact_lock(hashtextextended(key, 0))`. It
 * belongs to a connection and to no transaction, whose time is limited: so it lasts as long as the work, also while this process is
 * stopped. A connection whose network goes silent is given up by the server after 20 s at the earliest: what must not happen without the
 * lock has to end sooner, or heed `lost`.
 *
 * @param waitMs how long to wait for it; not at all unless told
 * @returns undefined where somebody else has it
 */
export async function whileHoldingLock<Result>(
  pool: Pool,
  key: string,
  work: (held: HeldLock) => Promise<Result>,
  { waitMs = 0 }: { readonly waitMs?: number } = {},
): Promise<Result | undefined> {
  const client = await pool.connect();
  const lost = new AbortController();
  const noteLost = (error: Error): void => {
    lost.abort(error);
  };
  client.on('error', noteLost);
  let broken: Error | undefined;
  try {
    if (!(await take(client, key, waitMs))) return undefined;
    const result = await work({ database: toTransaction(client), lost: lost.signal });
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]);
    return result;
  } catch (error) {
    // The lock goes with the connection.
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.off('error', noteLost);
    client.release(broken ?? lost.signal.aborted);
  }
}

async function take(client: PoolClient, key: string, waitMs: number): Promise<boolean> {
  const until = performance.now() + waitMs;
  for (;;) {
    const text = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken';
    const { rows } = await client.query<{ taken: boolean }>(text, [key]);
    if (rows[0]?.taken === true) return true;
    if (performance.now() >= until) return false;
    await delay(tryEveryMs);
  }
}
